<?xml version="1.0" encoding="utf-8"?>
<!-- All views that are shipped, in one file: each file costs an import about two milliseconds, whatever is in it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="utf-8" indent="yes" />
  <xsl:template match="/">
    <Configuration>
      <xsl:copy-of select="document('EventPart.Format.ps1xml')/Configuration/DefaultSettings" />
      <ViewDefinitions>
        <xsl:copy-of select="document('TrailEvent.Format.ps1xml')/Configuration/ViewDefinitions/*" />
        <xsl:copy-of select="document('EventPart.Format.ps1xml')/Configuration/ViewDefinitions/*" />
        <xsl:copy-of select="document('TrailAction.Format.ps1xml')/Configuration/ViewDefinitions/*" />
        <xsl:copy-of select="document('ResourceHistory.Format.ps1xml')/Configuration/ViewDefinitions/*" />
        <xsl:copy-of select="document('TrailMeasure.Format.ps1xml')/Configuration/ViewDefinitions/*" />
        <xsl:copy-of select="document('SignIn.Format.ps1xml')/Configuration/ViewDefinitions/*" />
        <xsl:copy-of select="document('TrailSource.Format.ps1xml')/Configuration/ViewDefinitions/*" />
      </ViewDefinitions>
    </Configuration>
  </xsl:template>
</xsl:stylesheet>
