package org.andon.room.room;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** A person's place in a room; the person is the key it is kept under. */
@Embeddable
record Member(@Enumerated(EnumType.STRING) Role role, Instant joinedAt) {}
