package org.andon.auth.throttle;

import java.util.List;
import org.andon.auth.origin.Origin;

/** Where somebody tries to sign in, as keys. */
record Place(String device, boolean isNewDevice, String address) {

  static Place of(Origin origin, Device device) {
    return new Place(Keys.device(device.secret()), device.isNew(), Keys.address(origin.address()));
  }

  List<String> both() {
    return List.of(device, address);
  }
}
