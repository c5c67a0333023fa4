#!/bin/sh
# A database and a role for each service; run once, on an empty store.
set -eu
for service in auth room messaging file; do
  psql --username postgres --set name="andon_$service" --set password="$(cat /run/secrets/database)" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name" ENCODING 'UTF8';
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
done
