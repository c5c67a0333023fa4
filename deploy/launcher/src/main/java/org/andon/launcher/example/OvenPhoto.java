package org.andon.launcher.example;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A picture to look at: an oven's glowing chamber, and its temperature climbing past the limit. */
final class OvenPhoto {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 540;

  private OvenPhoto() {}

  static byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setPaint(new GradientPaint(0, 0, new Color(0x20262e), 0, HEIGHT, new Color(0x3a434f)));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    drawChamber(pen);
    drawCurve(pen);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static void drawChamber(Graphics2D pen) {
    pen.setColor(new Color(0x11151a));
    pen.fillRoundRect(60, 70, 400, 400, 36, 36);
    pen.setPaint(new GradientPaint(60, 120, new Color(0xffb347), 60, 430, new Color(0xb3200e)));
    pen.fillRoundRect(100, 110, 320, 320, 24, 24);
    pen.setColor(new Color(0x11151a));
    for (int rack = 0; rack < 4; rack++) {
      pen.fillRect(100, 170 + rack * 68, 320, 9);
    }
  }

  private static void drawCurve(Graphics2D pen) {
    pen.setColor(new Color(0x161b21));
    pen.fillRoundRect(510, 70, 390, 400, 20, 20);
    pen.setColor(new Color(0x4c5967));
    for (int line = 1; line < 5; line++) {
      pen.drawLine(530, 70 + line * 80, 880, 70 + line * 80);
    }
    pen.setColor(new Color(0xff6b5e));
    pen.setStroke(
        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {9, 7}, 0));
    pen.drawLine(530, 200, 880, 200);
    Path2D curve = new Path2D.Double();
    curve.moveTo(530, 400);
    for (int x = 0; x <= 350; x += 5) {
      curve.lineTo(530 + x, 400 - 290 / (1 + Math.exp((190 - x) / 38.0)) + 6 * Math.sin(x / 9.0));
    }
    pen.setColor(new Color(0xffc857));
    pen.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(curve);
  }
}
