#!/bin/sh
# The topics of the contract (deploy/backing, Topics.java), which a test compares this with.
set -eu
topic() {
  name=$1 partitions=$2
  shift 2
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists --topic "$name" --partitions "$partitions" "$@"
}
topic incident.messages.v1 12 --config cleanup.policy=delete --config retention.ms=604800000 --config segment.ms=86400000
topic incident.rooms.v1 12 --config cleanup.policy=compact --config min.compaction.lag.ms=604800000 --config segment.ms=86400000
topic incident.files.v1 6 --config cleanup.policy=delete --config retention.ms=604800000 --config segment.ms=86400000
topic incident.readings.v1 6 --config cleanup.policy=delete --config retention.ms=604800000 --config segment.ms=86400000
topic plant.alarms.v1 6 --config cleanup.policy=delete --config retention.ms=604800000 --config segment.ms=86400000
topic incident.mentions.v1 6 --config cleanup.policy=delete --config retention.ms=604800000 --config segment.ms=86400000
topic andon.sessions.v1 3 --config cleanup.policy=delete --config retention.ms=3600000 --config segment.ms=600000
topic andon.presence.v1 6 --config cleanup.policy=delete --config retention.ms=300000 --config segment.ms=60000
topic andon.notifications.v1 3 --config cleanup.policy=delete --config retention.ms=300000 --config segment.ms=60000
