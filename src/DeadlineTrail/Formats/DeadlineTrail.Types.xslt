<?xml version="1.0" encoding="utf-8"?>
<!-- All that is shipped of types, in one file: each file costs an import about two milliseconds, whatever is in it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="utf-8" indent="yes" />
  <xsl:template match="/">
    <Types>
      <xsl:copy-of select="document('TrailEvent.Types.ps1xml')/Types/*" />
      <xsl:copy-of select="document('ResourceHistory.Types.ps1xml')/Types/*" />
      <xsl:copy-of select="document('TrailMeasure.Types.ps1xml')/Types/*" />
      <xsl:copy-of select="document('SignIn.Types.ps1xml')/Types/*" />
      <xsl:copy-of select="document('TrailSource.Types.ps1xml')/Types/*" />
    </Types>
  </xsl:template>
</xsl:stylesheet>
