package org.andon.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens after the model of a good one. */
record Forge(PrivateKey key, PublicKey publicKey, String[] model) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  static Forge with(Path signingKey, String model) throws GeneralSecurityException {
    try {
      String pem = Files.readString(signingKey).replaceAll("-----[A-Z ]+-----|\\s", "");
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
      RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa.generatePrivate(encoded);
      RSAPublicKeySpec open = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
      return new Forge(key, rsa.generatePublic(open), model.split("\\.", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Forge withKeyOf(KeyPair other) {
    return new Forge(other.getPrivate(), other.getPublic(), model);
  }

  /** The model's header with another algorithm. */
  ObjectNode header(String algorithm) {
    return decoded(model[0]).put("alg", algorithm);
  }

  /** The model's claims. */
  ObjectNode claims() {
    return decoded(model[1]);
  }

  String signed(ObjectNode header, ObjectNode claims) throws GeneralSecurityException {
    return signed("SHA256withRSA", header, claims);
  }

  String signed(String algorithm, ObjectNode header, ObjectNode claims)
      throws GeneralSecurityException {
    String text = encoded(header) + "." + encoded(claims);
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(text.getBytes(UTF_8));
    return text + "." + BASE64.encodeToString(signature.sign());
  }

  String hmac(ObjectNode header, ObjectNode claims, byte[] secret) throws GeneralSecurityException {
    String text = encoded(header) + "." + encoded(claims);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    return text + "." + BASE64.encodeToString(mac.doFinal(text.getBytes(UTF_8)));
  }

  String unsigned(ObjectNode header, ObjectNode claims) {
    return encoded(header) + "." + encoded(claims) + ".";
  }

  byte[] publicKeyDer() {
    return publicKey.getEncoded();
  }

  byte[] publicKeyPem() {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKeyDer());
    return ("-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n").getBytes(UTF_8);
  }

  static String encoded(ObjectNode part) {
    try {
      return BASE64.encodeToString(JSON.writeValueAsBytes(part));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode decoded(String part) {
    try {
      return (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
