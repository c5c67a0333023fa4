package org.andon.e2e.upgrade;

import org.andon.e2e.traffic.Observations;
import org.andon.e2e.traffic.Traffic;

/** Where a step is taken. */
record Scene(UpgradingStack stack, Traffic traffic, Observations observations) {}
