package org.andon.auth.session;

/**
 * Where a login came from, shown to its owner: a session they do not recognise is one to end.
 *
 * @param address of the client, as the gateway tells it
 * @param device the User-Agent header, shortened
 */
public record Origin(String address, String device) {

  private static final int DEVICE_LENGTH = 300;

  public Origin {
    address = address == null ? "" : address;
    device = device == null ? "" : device.substring(0, Math.min(device.length(), DEVICE_LENGTH));
  }
}
