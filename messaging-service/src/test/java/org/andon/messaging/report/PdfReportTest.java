package org.andon.messaging.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.andon.messaging.support.Backing;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The report on paper, and for those who have it read to them. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class PdfReportTest extends ReportFixture {
  private PDDocument pdf() throws IOException {
    byte[] bytes =
        report(WEI, "format=pdf&lang=zh-TW").then().statusCode(200).extract().asByteArray();
    return Loader.loadPDF(bytes);
  }

  @Test
  void its_text_is_found_in_order_in_chinese_too() throws IOException {
    room.post(WEI, "主軸溫度異常", "已停線");

    try (PDDocument pdf = pdf()) {
      assertThat(new PDFTextStripper().getText(pdf))
          .containsSubsequence("異常事件報告", "根本原因", "熱電偶老化", "時間軸", "主軸溫度異常", "已停線", "報告結束");
    }
  }

  @Test
  void every_font_is_in_it() throws IOException {
    try (PDDocument pdf = pdf()) {
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
    }
  }

  @Test
  void it_is_tagged_as_one_document_over_all_its_parts() throws IOException {
    room.post(WEI, texts(45));

    try (PDDocument pdf = pdf()) {
      PDStructureTreeRoot root = pdf.getDocumentCatalog().getStructureTreeRoot();

      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-TW");
      assertThat(types(root)).contains("Document", "Part", "H1", "H2", "Table", "TR", "TH", "TD");
      assertThat(parts(root)).hasSizeGreaterThan(1);
      Set<Integer> keys = new HashSet<>();
      for (PDPage page : pdf.getPages()) {
        assertThat(keys.add(page.getStructParents())).isTrue();
        assertThat(root.getParentTree().getValue(page.getStructParents())).isNotNull();
      }
    }
  }

  @Test
  void what_is_painted_behind_the_text_is_one_object_however_many_rows() throws IOException {
    room.post(WEI, texts(45));

    try (PDDocument pdf = pdf()) {
      Set<COSBase> backgrounds = new HashSet<>();
      for (PDPage page : pdf.getPages()) {
        COSDictionary properties =
            page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
        for (COSName name : properties.keySet()) {
          COSDictionary painted = properties.getCOSDictionary(name);
          if ("Background".equals(painted.getNameAsString(COSName.TYPE))) {
            backgrounds.add(painted);
          }
        }
      }

      assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
      assertThat(backgrounds).hasSize(1);
    }
  }

  @Test
  void emoji_unknown_signs_and_endless_words_do_not_break_it() throws IOException {
    room.post(WEI, "👍🏽 👩‍🔧 \uE000 \u0001 ﷽ हिन्दी שלום " + "x".repeat(3_000), "之後");

    try (PDDocument pdf = pdf()) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("之後");
    }
  }

  private static String[] texts(int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add("溫度 " + i);
    }
    return texts.toArray(String[]::new);
  }

  private static List<Object> parts(PDStructureTreeRoot root) {
    return ((PDStructureElement) root.getKids().getFirst()).getKids();
  }

  private static Set<String> types(PDStructureNode node) {
    Set<String> types = new HashSet<>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        types.add(element.getStructureType());
        types.addAll(types(element));
      }
    }
    return types;
  }
}
