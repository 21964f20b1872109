# Builds Accord from its sources and keeps only what runs it.
FROM node:22.20.0-bookworm-slim AS node

FROM maven:3.9.11-eclipse-temurin-25 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
# What it depends on changes less often than what we write: its own layer.
COPY pom.xml ./
RUN mvn -B -ntp -q dependency:go-offline -DexcludeGroupIds=org.keycloak,io.zonky.test.postgres || true
COPY . .
# The demo's PostgreSQL and Keycloak stay out: a practice runs its own.
RUN mvn -B -ntp package -DskipTests -Dskip.web.tests=true -Dskip.e2e=true -Dskip.format=true \
 && mvn -B -ntp -q dependency:copy-dependencies -DincludeScope=runtime \
      -DexcludeGroupIds=org.keycloak,io.zonky.test.postgres -DoutputDirectory=target/lib

# Keycloak with our realm and our pages, whose colours the build takes from the web app.
FROM quay.io/keycloak/keycloak:26.7.3 AS sign-in
COPY --from=build /src/target/classes/keycloak/themes/accord /opt/keycloak/themes/accord
COPY --from=build /src/target/classes/keycloak/accord-realm.json /opt/keycloak/data/import/accord-realm.json

FROM eclipse-temurin:25-jre-noble AS app
RUN useradd --system --no-create-home --uid 10001 --shell /usr/sbin/nologin accord
COPY --from=build /src/target/lib /app/lib
COPY --from=build /src/target/accord-*.jar /app/accord.jar
USER 10001
EXPOSE 8080
# No attaching: whoever could take a heap dump would hold keys and words. G1 by name: with one core, or less than 1.8 GB, Java would
# choose the serial collector, whose pauses are three times as long (docs/performance.md).
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
            "-XX:+UseG1GC", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-XX:+DisableAttachMechanism", \
            "-cp", "/app/accord.jar:/app/lib/*", "app.accord.Main"]
CMD ["serve"]
# bash speaks to the port itself, so that no program for downloads has to be in the image.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r answer <&3 && [[ $answer == *' 20'* ]]"]
