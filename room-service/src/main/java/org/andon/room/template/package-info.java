/**
 * Templates that rooms are made from; the table room_templates is its own. Calls room, for whose
 * {@link org.andon.room.room.Blueprints} it is the source, and web.
 */
package org.andon.room.template;
