package smallsteps.app;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import smallsteps.Listener;
import smallsteps.SetupException;
import smallsteps.config.Environment;
import smallsteps.slack.SlackCheck;
import smallsteps.slack.SlackCheck.Said;
import smallsteps.slack.SlackCheck.Why;
import smallsteps.slack.manifest.Manifest;
import smallsteps.slack.manifest.Scope;

/// The doctor's look at the other side: tokens, scopes, channels.
final class SlackExamination {
  private static final String REINSTALL =
      "add it to your app's manifest at https://api.slack.com/apps and reinstall the app";

  private final Environment environment;
  private final Findings findings;

  SlackExamination(Environment environment, Findings findings) {
    this.environment = environment;
    this.findings = findings;
  }

  /// @param listeners whose needs the granted scopes are held against
  /// @param kept what the database holds
  void examine(List<Listener> listeners, Kept kept) {
    if (!environment.hasTokens()) {
      findings.bad(
          "bot token: SLACK_BOT_TOKEN is not set",
          "copy the Bot User OAuth Token from your app's page at Slack (OAuth & Permissions)");
    }
    if (!environment.usesSocketMode()) {
      examineSigningSecret();
    }
    try (var slack = new SlackCheck(environment)) {
      if (environment.usesSocketMode()) {
        examineSocket(slack);
      }
      if (environment.hasTokens()) {
        examineBot(slack, listeners, kept);
      }
    }
  }

  private void examineSigningSecret() {
    if (environment.signingSecret() == null) {
      findings.bad(
          "connection: neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set",
          "set SLACK_APP_TOKEN (Basic Information, App-Level Tokens, scope connections:write), or"
              + " for HTTP SLACK_SIGNING_SECRET (Basic Information, App Credentials)");
    } else if (environment.hasUsualSigningSecret()) {
      findings.good("connection: HTTP, and the signing secret is set");
    } else {
      findings.hint(
          "connection: HTTP, and the signing secret is set, but doesn't look like one of Slack's,"
              + " which are 32 of 0-9 and a-f: compare it with your app's page at Slack (Basic"
              + " Information, App Credentials)");
    }
  }

  private void examineSocket(SlackCheck slack) {
    switch (slack.socket(environment.appToken())) {
      case Said.Yes<Boolean> _ -> findings.good("app token: Slack says hello on a socket for it");
      case Said.NoSocket<Boolean>(var reason) ->
          findings.bad("socket: Slack gives an address for one, but none opens", reason);
      case Said.No<Boolean>(var error) ->
          findings.bad(
              "app token: Slack refuses it (" + error + ")",
              "copy SLACK_APP_TOKEN again (Basic Information, App-Level Tokens); it needs the scope"
                  + " connections:write, and Socket Mode must be on");
      case Said.Unreachable<Boolean>(var why) -> unreachable("app token", why);
    }
  }

  private void examineBot(SlackCheck slack, List<Listener> listeners, Kept kept) {
    switch (slack.bot(environment.botToken())) {
      case Said.Yes<SlackCheck.Bot>(var bot) -> {
        findings.good("bot token: good for " + bot.team() + " (" + bot.teamId() + ")");
        examineWorkspace(bot.teamId(), kept.teamIds());
        bot.scopes()
            .ifPresentOrElse(
                granted -> examineScopes(Manifest.scopes(listeners), granted),
                () ->
                    findings.hint(
                        "scopes: Slack's answer does not tell which are granted, so that none is"
                            + " known to be missing"));
        kept.channels().stream()
            .filter(channel -> channel.teamId().equals(bot.teamId()))
            .forEach(channel -> examineChannel(slack, channel.id()));
      }
      case Said.No<SlackCheck.Bot>(var error) ->
          findings.bad(
              "bot token: Slack refuses it (" + error + ")",
              "copy SLACK_BOT_TOKEN again from your app's page at Slack (OAuth & Permissions);"
                  + " reinstall the app if it was removed");
      case Said.Unreachable<SlackCheck.Bot>(var why) -> unreachable("bot token", why);
      case Said.NoSocket<SlackCheck.Bot>(var reason) -> findings.bad("bot token", reason);
    }
  }

  private void examineWorkspace(String ours, List<String> kept) {
    Optional<String> foreign = ForeignData.problem(ours, kept);
    foreign.ifPresent(problem -> findings.bad(new SetupException("workspace: " + problem)));
    List<String> others = kept.stream().filter(teamId -> !teamId.equals(ours)).toList();
    if (foreign.isEmpty() && !others.isEmpty()) {
      findings.hint(
          "workspace: the database holds something of "
              + String.join(", ", others)
              + " too, which is not shown in "
              + ours);
    }
  }

  private void examineScopes(Set<Scope> needed, Set<String> granted) {
    var missing = needed.stream().filter(scope -> !granted.contains(scope.id())).toList();
    boolean isLowScope = missing.size() == needed.size() - Scope.LEAST.size() && hasLeast(granted);
    if (isLowScope) {
      findings.good("scopes: the least that the bot can work with; each other one adds something");
    }
    for (Scope scope : missing) {
      String what = "scope " + scope.id() + " is not granted; it is for " + scope.gives();
      if (scope.isOptional() || isLowScope) {
        findings.hint(what);
      } else {
        findings.bad(what, REINSTALL);
      }
    }
    if (missing.isEmpty()) {
      findings.good("scopes: all " + needed.size() + " are granted");
    }
  }

  private static boolean hasLeast(Set<String> granted) {
    return Scope.LEAST.stream().map(Scope::id).allMatch(granted::contains);
  }

  private void examineChannel(SlackCheck slack, String channelId) {
    switch (slack.channel(environment.botToken(), channelId)) {
      case Said.Yes<SlackCheck.Channel>(var channel) -> {
        String named = "channel #" + channel.name() + " (" + channelId + ")";
        if (channel.isArchived()) {
          findings.bad(named + " is archived", "unarchive it, or end its nudges: /nudge off");
        } else if (!channel.isMember()) {
          findings.bad(named + ": the bot is not in it", "invite it there: /invite @Små steg");
        } else {
          findings.good(named + ": the bot is in it");
        }
      }
      case Said.No<SlackCheck.Channel>(var error) ->
          findings.bad(
              "channel " + channelId + ": Slack doesn't show it (" + error + ")",
              "invite the bot there: /invite @Små steg");
      case Said.Unreachable<SlackCheck.Channel>(var why) ->
          unreachable("channel " + channelId, why);
      case Said.NoSocket<SlackCheck.Channel>(var reason) -> findings.bad("channel", reason);
    }
  }

  private void unreachable(String what, Why why) {
    URI address = URI.create(environment.apiUrl());
    String host = address.getHost();
    String proxy =
        environment
            .proxies()
            .to(address)
            .map(way -> "the proxy " + way + " that " + way.variable() + " names ")
            .orElse("");
    String orNone = ": mend that, or name " + host + " in NO_PROXY to go there directly";
    String fix =
        switch (why) {
          case NAME_UNKNOWN ->
              "the name " + host + " is not found: check the network, DNS and SLACK_API_URL";
          case NO_CONNECTION ->
              "no connection to " + host + ": check the network, the firewall and SLACK_API_URL";
          case NO_ANSWER ->
              "no answer from "
                  + host
                  + " in time: check the firewall, and HTTPS_PROXY if you need"
                  + " a proxy";
          case NOT_TRUSTED ->
              "the certificate of "
                  + host
                  + " is not trusted: check the clock, and a proxy that"
                  + " reads along";
          case PROXY_UNKNOWN -> proxy + "is not found by its name" + orNone;
          case PROXY_REFUSES -> proxy + "takes no connection, or lets none through" + orNone;
          case PROXY_WANTS_PASSWORD -> proxy + "wants another user and password" + orNone;
          case TROUBLE_AT_SLACK -> "Slack has trouble: see https://slack-status.com, try later";
          case NOT_SLACK ->
              "what answers at " + host + " is not Slack: check SLACK_API_URL and the proxy";
        };
    findings.bad(what + ": Slack can't be reached, so nothing is known of it", fix);
  }
}
