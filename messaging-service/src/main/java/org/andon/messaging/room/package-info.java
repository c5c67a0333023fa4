/**
 * The rooms: who may enter (a projection of room-service), and which sessions of this pod listen to
 * them, in order. May call room-service; knows neither sockets nor Kafka producers.
 */
package org.andon.messaging.room;
