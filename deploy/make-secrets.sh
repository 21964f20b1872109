#!/usr/bin/env bash
# Makes every secret that docker-compose.yml wants, each in a file of its own. What is there already stays.
#   deploy/make-secrets.sh /etc/accord/secrets
set -euo pipefail
folder="${1:?Say which folder the secrets go to}"
mkdir -p "$folder"
# Only you may enter the folder; the files in it may be read, since a container reads them as another user.
chmod 700 "$folder"
make() { # make <name> <openssl words>
  [ -s "$folder/$1" ] && return
  openssl rand "${@:2}" 32 >"$folder/$1"
  chmod 444 "$folder/$1"
}
make accord_key -base64
for name in oidc_client_secret db_superuser_password db_owner_password db_app_password db_keycloak_password \
  keycloak_admin_password; do
  make "$name" -hex
done
echo "Keep a copy of $folder/accord_key apart from the database and its backups: without it, what people wrote cannot be read again."
