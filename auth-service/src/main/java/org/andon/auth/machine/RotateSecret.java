package org.andon.auth.machine;

import jakarta.validation.constraints.PositiveOrZero;

/**
 * @param overlapSeconds for how long the secret before is still good; null for the usual time. 0
 *     for one that has leaked: the tokens it opened end with it
 */
record RotateSecret(@PositiveOrZero Long overlapSeconds) {}
