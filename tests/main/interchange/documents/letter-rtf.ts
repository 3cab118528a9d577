/** The letter as an RTF file of a Russian Word: code pages by font, characters by number, changes, notes, comments, a table. */
export const LETTER_RTF = String.raw`{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Times CYR;}{\f2\fcharset128 MS Mincho;}}
{\colortbl;\red255\green255\blue0;\red0\green0\blue255;}
{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2 Quote;}{\*\cs10 Default;}{\s4 caption;}}
{\info{\title A letter {\b about} the lamp}{\author Ingrid B\'f8}{\creatim\yr1911\mo3\dy2}}
{\header never seen}\pard\s1 A letter\par
\pard It was {\b\i very} late, and {\highlight1 the lamp was out}.{\super\chftn{\footnote\pard\plain {\super\chftn} So he {\i says}.\par Twice.}} Then\line \u-10187?\u-8936? nothing, \'e6\'f8\'e5 {\f1\'e4\'ee\'ec} {\f2\'93\'fa\'96\'7b} \u1086\'ee\u1082?{\uc2\u8212--}\~\_\-\endash{\*\unknown not this}\par
{\field{\*\fldinst { HYPERLINK "https://example.org/a" }}{\fldrslt {\ul the page}}} and {\field{\*\fldinst PAGE}{\fldrslt 7}}\par
{\*\atrfstart 1}Said the priest{\*\atrfend 1}{\*\atnid KN}{\*\atnauthor Kari}\chatn{\*\annotation{\*\atnref 1}\pard Is it so?\par Ask.} to us{\v hidden}.{\deleted gone}{\revised\revauth1 come}{\footnote\ftnalt At the end.}\par
{\listtext\'b7\tab}\pard\ls1\ilvl0 oil\par {\listtext\'b7\tab}\pard\ls1\ilvl1 ten barrels\par
\pard\s2 Count it twice.\par
\trowd\cellx1000\cellx2000\pard\intbl Thing\cell Count\cell\row\trowd\cellx1000\cellx2000\pard\intbl a\par b\cell\cell\row
\pard Anchor{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard\s4 Figure 1: the lamp\par}}}{\*\shppict{\pict\pngblip 00ff}}{\nonshppict{\pict 00}} and on.\par
{\upr{not this}{\*\ud{\u1513?\u1500?\u1493?\u1501?}}}\'7b\}\\ {\pict\bin5 {}{}{}after the data\par}`;
