package smallsteps.channels;

import smallsteps.Channel;
import smallsteps.User;

/// That a channel's plan rests, for its owner to know.
record Notice(Channel channel, User owner) {}
