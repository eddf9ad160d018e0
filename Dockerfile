# Builds the jar, trains an ahead-of-time cache on one short rehearsal, and runs as nobody special.
#   docker build -t smallsteps .
#   docker run -d --name smallsteps --env-file .env -v smallsteps:/data smallsteps

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml LICENSE ./
COPY config config
COPY src src
RUN mvn -B -q -DskipTests package
# SQLite as it is for this machine, which else each start unpacks anew.
RUN jar --extract --file target/smallsteps.jar org/sqlite/native/Linux \
    && mv "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" .

# Ubuntu's base, for its bash: the health check needs nothing that would have to be installed.
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin smallsteps \
    && install -d -o smallsteps -g smallsteps -m 0700 /data
WORKDIR /app
COPY --from=build /src/target/smallsteps.jar /src/libsqlitejdbc.so ./
COPY src/main/docker/ /app/
RUN ln -s /app/smallsteps /usr/local/bin/smallsteps
# The cache fits this jar, this Java and these flags; without it the bot starts all the same.
RUN ./train
USER smallsteps
ENV DATABASE_URL=jdbc:sqlite:/data/smallsteps.db
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["/app/healthy"]
# Every command by one name, also in a container that runs: docker exec NAME smallsteps doctor
ENTRYPOINT ["smallsteps"]
