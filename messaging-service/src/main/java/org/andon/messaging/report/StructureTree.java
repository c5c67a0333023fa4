package org.andon.messaging.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * What the parts of a document are to a screen reader. The renderer makes a tree for each part as
 * if that were all; here they become one, in which every number is given once.
 */
final class StructureTree {
  private static final COSName BACKGROUND = COSName.getPDFName("Background");

  private final PDDocument document;
  private final COSDictionary background = new COSDictionary();
  private final List<PDStructureElement> parts = new ArrayList<>();
  private final COSArray parents = new COSArray();
  private Map<String, Object> roles;
  private int nextKey;
  private int nextPage;

  StructureTree(PDDocument document) {
    this.document = document;
    background.setItem(COSName.TYPE, BACKGROUND);
  }

  /** Takes over the tree of the part that was rendered last. */
  void add() {
    PDStructureTreeRoot part = document.getDocumentCatalog().getStructureTreeRoot();
    COSArray numbers = part.getParentTree().getCOSObject().getCOSArray(COSName.NUMS);
    for (int i = 0; i < numbers.size(); i += 2) {
      parents.add(COSInteger.get(nextKey + numbers.getInt(i)));
      parents.add(numbers.get(i + 1));
    }
    for (; nextPage < document.getNumberOfPages(); nextPage++) {
      PDPage page = document.getPage(nextPage);
      page.setStructParents(nextKey + page.getStructParents());
      shareBackground(page);
    }
    nextKey += part.getParentTreeNextKey();
    roles = part.getRoleMap();
    part.getKids().forEach(kid -> parts.add((PDStructureElement) kid));
    document.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
  }

  /**
   * The renderer gives a dictionary of its own to each box it paints behind the text, twenty for
   * each row: most of the document's objects, were they not one.
   */
  private void shareBackground(PDPage page) {
    COSDictionary properties =
        page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
    if (properties == null) {
      return;
    }
    for (COSName name : List.copyOf(properties.keySet())) {
      if (BACKGROUND.equals(properties.getCOSDictionary(name).getCOSName(COSName.TYPE))) {
        properties.setItem(name, background);
      }
    }
  }

  /** Puts the one tree into the document. */
  void finish(String language) {
    PDStructureTreeRoot root = new PDStructureTreeRoot();
    root.setRoleMap(rolesByName());
    PDStructureElement whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    whole.setLanguage(language);
    root.appendKid(whole);
    for (PDStructureElement part : parts) {
      part.setStructureType(StandardStructureTypes.PART);
      whole.appendKid(part);
    }
    COSDictionary numbers = new COSDictionary();
    numbers.setItem(COSName.NUMS, parents);
    root.setParentTree(new PDNumberTreeNode(numbers, COSArray.class));
    root.setParentTreeNextKey(nextKey);
    document.getDocumentCatalog().setStructureTreeRoot(root);
  }

  private Map<String, String> rolesByName() {
    return roles.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
  }
}
