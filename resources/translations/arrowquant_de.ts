<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>User guide</source>
        <translation>Benutzerhandbuch</translation>
    </message>
    <message>
        <source>Qt %1</source>
        <translation>Qt %1</translation>
    </message>
    <message>
        <source>Instruction set in use: %1</source>
        <translation>Verwendeter Befehlssatz: %1</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewähr.</translation>
    </message>
    <message>
        <source>About ArrowQuant</source>
        <translation>Über ArrowQuant</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Relative RMSE</source>
        <translation>Relativer RMSE</translation>
    </message>
    <message>
        <source>Root mean square error relative to the weights, over all weights of the model. 0 is exact.</source>
        <translation>Wurzel des mittleren quadratischen Fehlers im Verhältnis zu den Gewichten, über alle Gewichte des Modells. 0 ist exakt.</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>The relative RMSE in decibels: signal to quantization noise. Higher is closer; 6 dB are half the error.</source>
        <translation>Der relative RMSE in Dezibel: Signal zu Quantisierungsrauschen. Höher ist näher am Original; 6 dB sind der halbe Fehler.</translation>
    </message>
    <message>
        <source>1 − cosine</source>
        <translation>1 − Kosinus</translation>
    </message>
    <message>
        <source>How far the direction of the weights turned, averaged over all weights. 0 is exact.</source>
        <translation>Wie weit sich die Richtung der Gewichte gedreht hat, gemittelt über alle Gewichte. 0 ist exakt.</translation>
    </message>
    <message>
        <source>Worst tensor</source>
        <translation>Schlechtester Tensor</translation>
    </message>
    <message>
        <source>Relative RMSE of the tensor that suffers most. One bad layer can spoil all.</source>
        <translation>Relativer RMSE des Tensors, der am meisten leidet. Eine schlechte Schicht kann alles verderben.</translation>
    </message>
    <message>
        <source>%1 is %3 larger than %2 and has %4 less error.</source>
        <translation>%1 ist %3 größer als %2 und hat %4 weniger Fehler.</translation>
    </message>
    <message>
        <source>%1 is %3 smaller than %2 and has %4 more error.</source>
        <translation>%1 ist %3 kleiner als %2 und hat %4 mehr Fehler.</translation>
    </message>
    <message>
        <source>%1 is %3 smaller than %2 and has %4 times its error.</source>
        <translation>%1 ist %3 kleiner als %2 und hat den %4-fachen Fehler.</translation>
    </message>
    <message>
        <source>%1 is better than %2 in both: %3 smaller, with %4 less error.</source>
        <translation>%1 ist in beidem besser als %2: %3 kleiner, mit %4 weniger Fehler.</translation>
    </message>
    <message>
        <source>%1 is %3 smaller than %2 with the same error.</source>
        <translation>%1 ist %3 kleiner als %2, bei gleichem Fehler.</translation>
    </message>
    <message>
        <source>%1 is as large as %2 and has %4 less error.</source>
        <translation>%1 ist so groß wie %2 und hat %4 weniger Fehler.</translation>
    </message>
    <message>
        <source>%1 is worse than %2 in both: %3 larger, with %4 more error.</source>
        <translation>%1 ist in beidem schlechter als %2: %3 größer, mit %4 mehr Fehler.</translation>
    </message>
    <message>
        <source>%1 is worse than %2 in both: %3 larger, with %4 times its error.</source>
        <translation>%1 ist in beidem schlechter als %2: %3 größer, mit dem %4-fachen Fehler.</translation>
    </message>
    <message>
        <source>%1 is %3 larger than %2 with the same error.</source>
        <translation>%1 ist %3 größer als %2, bei gleichem Fehler.</translation>
    </message>
    <message>
        <source>%1 is as large as %2 and has %4 more error.</source>
        <translation>%1 ist so groß wie %2 und hat %4 mehr Fehler.</translation>
    </message>
    <message>
        <source>%1 is as large as %2 and has %4 times its error.</source>
        <translation>%1 ist so groß wie %2 und hat den %4-fachen Fehler.</translation>
    </message>
    <message>
        <source>%1 and %2 are the same in size and error.</source>
        <translation>%1 und %2 sind in Größe und Fehler gleich.</translation>
    </message>
    <message>
        <source>%1 is %3 larger than %2; measure both to compare their errors.</source>
        <translation>%1 ist %3 größer als %2; messen Sie beide, um ihre Fehler zu vergleichen.</translation>
    </message>
    <message>
        <source>%1 is %3 smaller than %2; measure both to compare their errors.</source>
        <translation>%1 ist %3 kleiner als %2; messen Sie beide, um ihre Fehler zu vergleichen.</translation>
    </message>
    <message>
        <source>%1 is as large as %2; measure both to compare their errors.</source>
        <translation>%1 ist so groß wie %2; messen Sie beide, um ihre Fehler zu vergleichen.</translation>
    </message>
    <message>
        <source>None of them is measured and fits into %1.</source>
        <translation>Keines davon ist gemessen und passt in %1.</translation>
    </message>
    <message>
        <source>%1 is the closest of them that fits into %2.</source>
        <translation>%1 kommt dem Original am nächsten und passt in %2.</translation>
    </message>
    <message>
        <source>Plan, not measured yet</source>
        <translation>Plan, noch nicht gemessen</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>File, compared with the source</source>
        <translation>Datei, mit der Quelle verglichen</translation>
    </message>
    <message>
        <source>None of the others is both smaller and closer.</source>
        <translation>Kein anderes ist zugleich kleiner und näher am Original.</translation>
    </message>
    <message>
        <source>%1 is better: no larger, and closer to the source.</source>
        <translation>%1 ist besser: nicht größer und näher an der Quelle.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>measure, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>%1 (baseline)</source>
        <translation>%1 (Bezug)</translation>
    </message>
    <message>
        <source>%1, %2 of the source</source>
        <translation>%1, %2 der Quelle</translation>
    </message>
    <message>
        <source>waits to be measured</source>
        <translation>wartet auf die Messung</translation>
    </message>
    <message>
        <source>measuring, %1</source>
        <translation>wird gemessen, %1</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>could not be measured</source>
        <translation>konnte nicht gemessen werden</translation>
    </message>
    <message>
        <source>%1, data without the file&apos;s header</source>
        <translation>%1, Daten ohne den Kopf der Datei</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) could not be compared.</source>
        <translation>
            <numerusform>%n Tensor konnte nicht verglichen werden.</numerusform>
            <numerusform>%n Tensoren konnten nicht verglichen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, not measured</source>
        <translation>%1: %2, nicht gemessen</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: %2, %3; %4 is better in both</source>
        <translation>%1: %2, %3; %4 ist in beidem besser</translation>
    </message>
    <message>
        <source>Add another setting to compare with.</source>
        <translation>Fügen Sie eine weitere Einstellung zum Vergleich hinzu.</translation>
    </message>
    <message>
        <source>Tick two to four settings to compare them.</source>
        <translation>Kreuzen Sie zwei bis vier Einstellungen an, um sie zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it.</source>
        <translation>Prüfen Sie, ob sie existiert und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>Fetch or copy it again, then open it once more.</source>
        <translation>Laden oder kopieren Sie sie noch einmal und öffnen Sie sie dann erneut.</translation>
    </message>
    <message>
        <source>This model cannot be processed as it is.</source>
        <translation>Dieses Modell kann so nicht verarbeitet werden.</translation>
    </message>
    <message>
        <source>Keep the tensor as it is, or use another format or scheme.</source>
        <translation>Behalten Sie den Tensor, wie er ist, oder wählen Sie ein anderes Format oder Schema.</translation>
    </message>
    <message>
        <source>The plan cannot be carried out.</source>
        <translation>Der Plan kann nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>Change the named setting; undo takes the last change back.</source>
        <translation>Ändern Sie die genannte Einstellung; „Rückgängig“ nimmt die letzte Änderung zurück.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose another name or folder, or check the free space there.</source>
        <translation>Wählen Sie einen anderen Namen oder Ordner, oder prüfen Sie dort den freien Platz.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Something went wrong inside ArrowQuant.</source>
        <translation>In ArrowQuant ist ein Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>Please report it with the copied details.</source>
        <translation>Bitte melden Sie ihn mit den kopierten Einzelheiten.</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Quantized</source>
        <translation>Quantisiert</translation>
    </message>
    <message>
        <source>Tensors that get a new type</source>
        <translation>Tensoren, die einen neuen Typ bekommen</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Tensors that stay as they are</source>
        <translation>Tensoren, die bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Overridden</source>
        <translation>Einzeln gewählt</translation>
    </message>
    <message>
        <source>Tensors whose type was chosen in the table</source>
        <translation>Tensoren, deren Typ in der Tabelle gewählt wurde</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>Tensors that the wished type does not fit</source>
        <translation>Tensoren, zu denen der gewünschte Typ nicht passt</translation>
    </message>
    <message>
        <source>1-D</source>
        <translation>1-D</translation>
    </message>
    <message>
        <source>Vectors: biases, norms, scales</source>
        <translation>Vektoren: Bias, Normen, Skalen</translation>
    </message>
    <message>
        <source>Conv</source>
        <translation>Faltung</translation>
    </message>
    <message>
        <source>Convolution kernels: four extents</source>
        <translation>Faltungskerne: vier Ausdehnungen</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Names that contain “attn”</source>
        <translation>Namen, die „attn“ enthalten</translation>
    </message>
    <message>
        <source>Below floor</source>
        <translation>Unter der Grenze</translation>
    </message>
    <message>
        <source>Tensors that miss a limit, or failed</source>
        <translation>Tensoren, die eine Grenze verfehlen oder fehlschlugen</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Verhindert</translation>
    </message>
    <message>
        <source>Names that are too long</source>
        <translation>Zu lange Namen</translation>
    </message>
    <message>
        <source>Names that occur twice</source>
        <translation>Doppelte Namen</translation>
    </message>
    <message>
        <source>Types that load slowly</source>
        <translation>Typen, die langsam laden</translation>
    </message>
    <message>
        <source>Types that are not read</source>
        <translation>Typen, die nicht gelesen werden</translation>
    </message>
    <message>
        <source>Types that this kind of file does not have</source>
        <translation>Typen, die diese Dateiart nicht kennt</translation>
    </message>
    <message>
        <source>Too many dimensions</source>
        <translation>Zu viele Dimensionen</translation>
    </message>
    <message>
        <source>Types that cannot be decoded</source>
        <translation>Typen, die nicht dekodiert werden können</translation>
    </message>
    <message>
        <source>Tensors without elements</source>
        <translation>Tensoren ohne Elemente</translation>
    </message>
    <message>
        <source>Stored in other rows</source>
        <translation>In anderen Zeilen gespeichert</translation>
    </message>
    <message>
        <source>Rows that are not whole blocks</source>
        <translation>Zeilen, die keine ganzen Blöcke sind</translation>
    </message>
    <message>
        <source>Write %1 instead</source>
        <translation>Stattdessen %1 schreiben</translation>
    </message>
    <message>
        <source>Store as %1</source>
        <translation>Als %1 speichern</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>So behalten</translation>
    </message>
    <message>
        <source>Write names without the prefix</source>
        <translation>Namen ohne das Präfix schreiben</translation>
    </message>
    <message>
        <source>Keep the names as they are</source>
        <translation>Namen so behalten</translation>
    </message>
    <message>
        <source>%1 blocking</source>
        <translation>%1 verhindernd</translation>
    </message>
    <message>
        <source>%1 slow</source>
        <translation>%1 langsam</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 Hinweis</translation>
    </message>
    <message>
        <source>%1 notes</source>
        <translation>%1 Hinweise</translation>
    </message>
    <message>
        <source>Nothing stands in the way of this file.</source>
        <translation>Dieser Datei steht nichts im Weg.</translation>
    </message>
    <message>
        <source>Nothing stands in the way of %1.</source>
        <translation>%1 steht nichts im Weg.</translation>
    </message>
    <message>
        <source>The plan cannot be written as it stands</source>
        <translation>Der Plan kann so nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 will not load this file, or not as planned</source>
        <translation>%1 lädt diese Datei nicht, oder nicht wie geplant</translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>Quantizing</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Validating</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Dequantizing</source>
        <translation>Dequantisieren</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>%1 · from %2</source>
        <translation>%1 · ab %2</translation>
    </message>
    <message>
        <source>Nothing is quantized.</source>
        <translation>Nichts wird quantisiert.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>The plan&apos;s default type.</source>
        <translation>Der Standardtyp des Plans.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>A rule of the recipe.</source>
        <translation>Eine Regel des Rezepts.</translation>
    </message>
    <message>
        <source>Keep-list</source>
        <translation>Behalteliste</translation>
    </message>
    <message>
        <source>Known to be sensitive: stays as it is.</source>
        <translation>Bekanntermaßen empfindlich: bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Too small to be worth it: stays as it is.</source>
        <translation>Zu klein, um sich zu lohnen: bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>One of your patterns.</source>
        <translation>Eines Ihrer Muster.</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>Einzelwahl</translation>
    </message>
    <message>
        <source>Chosen for this very tensor.</source>
        <translation>Für genau diesen Tensor gewählt.</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>The wish does not fit this tensor.</source>
        <translation>Der Wunsch passt nicht zu diesem Tensor.</translation>
    </message>
    <message>
        <source>Not float</source>
        <translation>Keine Gleitkommazahlen</translation>
    </message>
    <message>
        <source>Integers and packed types pass through.</source>
        <translation>Ganzzahlen und gepackte Typen bleiben unverändert.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Below floor</source>
        <translation>Unter der Grenze</translation>
    </message>
    <message>
        <source>Below minimum</source>
        <translation>Unter dem Minimum</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Per tensor</source>
        <translation>Pro Tensor</translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation>Symmetrisch</translation>
    </message>
    <message>
        <source>Asymmetric</source>
        <translation>Asymmetrisch</translation>
    </message>
    <message>
        <source>Asymmetric, zero exact</source>
        <translation>Asymmetrisch, Null exakt</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep source</source>
        <translation>Quelle behalten</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default type</source>
        <translation>Standardtyp</translation>
    </message>
    <message>
        <source>Group size</source>
        <translation>Gruppengröße</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep 1-D tensors</source>
        <translation>1-D-Tensoren behalten</translation>
    </message>
    <message>
        <source>Keep tensors under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what the architecture needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep sensitive names</source>
        <translation>Empfindliche Namen behalten</translation>
    </message>
    <message>
        <source>Sensitive patterns</source>
        <translation>Empfindliche Muster</translation>
    </message>
    <message>
        <source>Sensitive names</source>
        <translation>Empfindliche Namen</translation>
    </message>
    <message>
        <source>Types by pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of the recipe</source>
        <translation>Regeln des Rezepts</translation>
    </message>
    <message>
        <source>Single tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum cosine</source>
        <translation>Mindestkosinus</translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Against the limits above the table</source>
        <translation>Gegen die Grenzen über der Tabelle</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>How it is stored; keep: byte for byte as in the source</source>
        <translation>Wie er gespeichert ist; keep: Byte für Byte wie in der Quelle</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Cosine similarity with the source; 1 is the same direction</source>
        <translation>Kosinusähnlichkeit mit der Quelle; 1 ist dieselbe Richtung</translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation>Relativer RMSE</translation>
    </message>
    <message>
        <source>Root mean square error over that of the source; 0 is exact</source>
        <translation>Wurzel des mittleren quadratischen Fehlers, geteilt durch die der Quelle; 0 ist exakt</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Signal to quantization noise; higher is closer</source>
        <translation>Signal zu Quantisierungsrauschen; höher ist näher</translation>
    </message>
    <message>
        <source>Max error</source>
        <translation>Größter Fehler</translation>
    </message>
    <message>
        <source>Largest difference of a single weight</source>
        <translation>Größte Abweichung eines einzelnen Gewichts</translation>
    </message>
    <message>
        <source>Bits/weight</source>
        <translation>Bits/Gewicht</translation>
    </message>
    <message>
        <source>Codes, scales and zero points</source>
        <translation>Codes, Skalen und Nullpunkte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>In the written file</source>
        <translation>In der geschriebenen Datei</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>SizeErrorChart</name>
    <message>
        <source>%1, not measured</source>
        <translation>%1, nicht gemessen</translation>
    </message>
</context>
<context>
    <name>TensorTable</name>
    <message numerus="yes">
        <source>%Ln tensors</source>
        <translation>
            <numerusform>%Ln Tensor</numerusform>
            <numerusform>%Ln Tensoren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>; stored as %1</source>
        <translation>; gespeichert als %1</translation>
    </message>
    <message>
        <source>Stored as %1, the same weights in other rows</source>
        <translation>Gespeichert als %1, dieselben Gewichte in anderen Zeilen</translation>
    </message>
    <message>
        <source>Stored as “%1”</source>
        <translation>Gespeichert als „%1“</translation>
    </message>
    <message numerus="yes">
        <source>%1
%2 of %Ln tensors are quantized</source>
        <translation>
            <numerusform>%1
%2 von %Ln Tensor wird quantisiert</numerusform>
            <numerusform>%1
%2 von %Ln Tensoren werden quantisiert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Press F2 or double-click to change</source>
        <translation>%1
Ändern mit F2 oder Doppelklick</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Not measured yet: try the plan, or run it</source>
        <translation>Noch nicht gemessen: Plan probieren oder ausführen</translation>
    </message>
    <message>
        <source>Worst tensor of the block: %1</source>
        <translation>Schlechtester Tensor des Blocks: %1</translation>
    </message>
    <message>
        <source>Relative RMSE %1</source>
        <translation>Relativer RMSE %1</translation>
    </message>
    <message>
        <source>Measured with another plan</source>
        <translation>Mit einem anderen Plan gemessen</translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Full name in the file</source>
        <translation>Voller Name in der Datei</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Outermost extent first; of a block, how many tensors</source>
        <translation>Äußerste Ausdehnung zuerst; bei einem Block die Zahl der Tensoren</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Type and group size after quantization</source>
        <translation>Typ und Gruppengröße nach der Quantisierung</translation>
    </message>
    <message>
        <source>Size before</source>
        <translation>Größe vorher</translation>
    </message>
    <message>
        <source>Bytes in the source</source>
        <translation>Bytes in der Quelle</translation>
    </message>
    <message>
        <source>Size after</source>
        <translation>Größe nachher</translation>
    </message>
    <message>
        <source>Bytes in the output, scales included</source>
        <translation>Bytes in der Ausgabe, mit Skalen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Relative RMSE; lower is closer to the original</source>
        <translation>Relativer RMSE; niedriger ist näher am Original</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What decided. A row override beats a pattern, which beats the keep-list, the recipe and the default</source>
        <translation>Was entschieden hat. Eine Einzelwahl schlägt ein Muster; dieses schlägt Behalteliste, Rezept und Standard</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What the last trial or run says</source>
        <translation>Was der letzte Probelauf oder Lauf ergab</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Type of the elements in the file</source>
        <translation>Typ der Elemente in der Datei</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>Size before, divided by size after</source>
        <translation>Größe vorher geteilt durch Größe nachher</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Signal to quantization noise; higher is closer to the original</source>
        <translation>Signal zu Quantisierungsrauschen; höher ist näher am Original</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Number of elements</source>
        <translation>Zahl der Elemente</translation>
    </message>
</context>
<context>
    <name>Types</name>
    <message>
        <source>%1 or later</source>
        <translation>%1 oder neuer</translation>
    </message>
    <message>
        <source>%1 Needs %2.</source>
        <translation>%1 Benötigt %2.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <source>Scales follow from the largest weights: the fastest, and the largest error.</source>
        <translation>Die Skalen folgen aus den größten Gewichten: am schnellsten, mit dem größten Fehler.</translation>
    </message>
    <message>
        <source>A few ranges are tried and the scale is fitted once: nearly the best, at about half the speed.</source>
        <translation>Einige Bereiche werden probiert und die Skala einmal angepasst: fast das Beste, bei etwa halber Geschwindigkeit.</translation>
    </message>
    <message>
        <source>Many ranges are tried and the scales fitted: the smallest error, several times slower.</source>
        <translation>Viele Bereiche werden probiert und die Skalen angepasst: der kleinste Fehler, um ein Mehrfaches langsamer.</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 K</source>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1%2 %</source>
        <translation>%1%2 %</translation>
    </message>
    <message>
        <source>%1 bpw</source>
        <translation>%1 bpw</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
</context>
<context>
    <name>aq</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error (RMS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>How many were looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation around the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurtosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 for a normal distribution; more: heavier tails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Farther than 6 deviations of the original from its mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that are exactly 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN and infinities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Between original and decoded; 1: the same direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rel. RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error relative to the size of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Signal to quantization noise; higher is closer</source>
        <translation>Signal zu Quantisierungsrauschen; höher ist näher</translation>
    </message>
    <message>
        <source>Max error</source>
        <translation>Größter Fehler</translation>
    </message>
    <message>
        <source>Largest difference of a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the tensor&apos;s matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels, or groups of them, that have any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel with the largest error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root of the mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>My presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep rules and patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensors chosen one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the architecture and the importance file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left as they are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ArchitectureBanner</name>
    <message>
        <source>%1 and 1 more name</source>
        <translation>%1 und 1 weiterer Name</translation>
    </message>
    <message>
        <source>%1 and %2 more names</source>
        <translation>%1 und %2 weitere Namen</translation>
    </message>
    <message>
        <source>as you chose; nothing is kept for it, and no file will name it</source>
        <translation>wie Sie gewählt haben; nichts wird dafür behalten, und keine Datei nennt sie</translation>
    </message>
    <message>
        <source>none of the known networks; that is fine, but nothing is kept exact for it</source>
        <translation>keines der bekannten Netze; das ist in Ordnung, aber nichts wird dafür exakt behalten</translation>
    </message>
    <message>
        <source>as you chose, although its names are not in this model</source>
        <translation>wie Sie gewählt haben, obwohl ihre Namen nicht in diesem Modell sind</translation>
    </message>
    <message>
        <source>as you chose; it has %1</source>
        <translation>wie Sie gewählt haben; das Modell hat %1</translation>
    </message>
    <message>
        <source>recognised by %1</source>
        <translation>erkannt an %1</translation>
    </message>
    <message>
        <source>No architecture</source>
        <translation>Keine Architektur</translation>
    </message>
    <message>
        <source>Unknown architecture</source>
        <translation>Unbekannte Architektur</translation>
    </message>
    <message>
        <source>%1; prefix %2</source>
        <translation>%1; Präfix %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>why this architecture</source>
        <translation>warum diese Architektur</translation>
    </message>
    <message>
        <source>names that decided</source>
        <translation>Namen, die entschieden</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>The tensors whose names decided</source>
        <translation>Die Tensoren, deren Namen entschieden</translation>
    </message>
    <message>
        <source>Which network this is decides what is kept exact, and what a GGUF file calls itself</source>
        <translation>Welches Netz dies ist, entscheidet, was exakt behalten wird und wie sich eine GGUF-Datei nennt</translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation>Wie erkannt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>aq::ChartFrame</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show the same numbers as a table</source>
        <translation>Dieselben Zahlen als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show all of it again (0)</source>
        <translation>Wieder alles zeigen (0)</translation>
    </message>
    <message>
        <source>Save or copy this chart</source>
        <translation>Dieses Diagramm speichern oder kopieren</translation>
    </message>
    <message>
        <source>Value that is pointed at</source>
        <translation>Wert, auf den gezeigt wird</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>Als &amp;SVG speichern…</translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation>Als &amp;PNG speichern…</translation>
    </message>
    <message>
        <source>Save as &amp;CSV…</source>
        <translation>Als &amp;CSV speichern…</translation>
    </message>
    <message>
        <source>Copy p&amp;icture</source>
        <translation>&amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;table</source>
        <translation>&amp;Tabelle kopieren</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>%1 table</source>
        <translation>%1, Tabelle</translation>
    </message>
    <message>
        <source>%1 as table</source>
        <translation>%1 als Tabelle</translation>
    </message>
    <message>
        <source>%1 menu</source>
        <translation>%1, Menü</translation>
    </message>
    <message>
        <source>%1: show all</source>
        <translation>%1: alles zeigen</translation>
    </message>
</context>
<context>
    <name>aq::ChartLegend</name>
    <message>
        <source>%1 (hidden)</source>
        <translation>%1 (ausgeblendet)</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>„%1“ ausblenden</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>„%1“ zeigen</translation>
    </message>
</context>
<context>
    <name>aq::ChartPanel</name>
    <message>
        <source>No points yet</source>
        <translation>Noch keine Punkte</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 Punkt</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n Punkt</numerusform>
            <numerusform>%n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, last %2, largest %3</source>
        <translation>%1, zuletzt %2, größter %3</translation>
    </message>
    <message>
        <source>Point at the chart, or use the arrow keys, to read single values. Drag over a part of it, turn the wheel or press + to see it closer; Page up and Page down move along, 0 shows all of it again.</source>
        <translation>Zeigen Sie auf das Diagramm oder benutzen Sie die Pfeiltasten, um einzelne Werte abzulesen. Ziehen Sie über einen Teil, drehen Sie das Rad oder drücken Sie +, um näher heranzugehen; Bild auf und Bild ab verschieben, 0 zeigt wieder alles.</translation>
    </message>
    <message>
        <source>No values yet</source>
        <translation>Noch keine Werte</translation>
    </message>
    <message>
        <source>Largest in a column</source>
        <translation>Größter Wert einer Säule</translation>
    </message>
    <message>
        <source>Within the limits</source>
        <translation>Innerhalb der Grenzen</translation>
    </message>
    <message>
        <source>Smallest above 0 in a column</source>
        <translation>Kleinster Wert über 0 einer Säule</translation>
    </message>
    <message>
        <source>Missed a limit</source>
        <translation>Grenze verfehlt</translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <translation>%1, zuletzt %2</translation>
    </message>
    <message>
        <source>%1, last %2, largest %3 (%4)</source>
        <translation>%1, zuletzt %2, größter %3 (%4)</translation>
    </message>
    <message>
        <source>%1 %2: %3 %4</source>
        <comment>x title, x, y title, y</comment>
        <translation>%1 %2: %3 %4</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>name, y title, y</comment>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>aq::ChartSavePart</name>
    <message>
        <source>Vector picture (*.svg)</source>
        <translation>Vektorbild (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>The chart was saved.</source>
        <translation>Das Diagramm wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>aq::ComponentDialog</name>
    <message>
        <source>Choose components</source>
        <translation>Komponenten wählen</translation>
    </message>
    <message>
        <source>This folder holds several networks. &amp;Open these together, as one model:</source>
        <translation>Dieser Ordner enthält mehrere Netze. Diese zusammen als ein Modell ö&amp;ffnen:</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>Check at least one component</source>
        <translation>Kreuzen Sie mindestens eine Komponente an</translation>
    </message>
</context>
<context>
    <name>aq::DefaultsSection</name>
    <message>
        <source>Default type</source>
        <translation>Standardtyp</translation>
    </message>
    <message>
        <source>about the type</source>
        <translation>über den Typ</translation>
    </message>
    <message>
        <source>about the search</source>
        <translation>über die Suche</translation>
    </message>
    <message>
        <source>&amp;Bits:</source>
        <translation>&amp;Bits:</translation>
    </message>
    <message>
        <source>Of every tensor that no rule speaks of</source>
        <translation>Für jeden Tensor, den keine Regel nennt</translation>
    </message>
    <message>
        <source>&amp;Group size:</source>
        <translation>&amp;Gruppengröße:</translation>
    </message>
    <message>
        <source>Weights that share one scale</source>
        <translation>Gewichte, die sich eine Skala teilen</translation>
    </message>
    <message>
        <source>S&amp;ymmetry:</source>
        <translation>S&amp;ymmetrie:</translation>
    </message>
    <message>
        <source>Asymmetric ranges fit both ends; symmetric ones need no zero point</source>
        <translation>Asymmetrische Bereiche passen an beiden Enden; symmetrische brauchen keinen Nullpunkt</translation>
    </message>
    <message>
        <source>Sca&amp;les:</source>
        <translation>Ska&amp;len:</translation>
    </message>
    <message>
        <source>Type of the scales in the file</source>
        <translation>Typ der Skalen in der Datei</translation>
    </message>
    <message>
        <source>Sear&amp;ch:</source>
        <translation>Su&amp;che:</translation>
    </message>
    <message>
        <source>How much is tried to find the scales with the smallest error; it costs time only while quantizing. Of INT types, those of 4 bits and fewer are searched</source>
        <translation>Wie viel probiert wird, um die Skalen mit dem kleinsten Fehler zu finden; das kostet nur beim Quantisieren Zeit. Bei INT-Typen wird bis 4 Bits gesucht</translation>
    </message>
    <message>
        <source>&amp;Importance:</source>
        <translation>&amp;Wichtigkeit:</translation>
    </message>
    <message>
        <source>Minimum c&amp;osine:</source>
        <translation>Mindestk&amp;osinus:</translation>
    </message>
    <message>
        <source>A tensor that is less like its source than this fails</source>
        <translation>Ein Tensor, der seiner Quelle weniger ähnlich ist, fällt durch</translation>
    </message>
    <message>
        <source>Set default type to %1</source>
        <translation>Standardtyp auf %1 setzen</translation>
    </message>
    <message>
        <source>Set group size to %1</source>
        <translation>Gruppengröße auf %1 setzen</translation>
    </message>
    <message>
        <source>Set symmetry to %1</source>
        <translation>Symmetrie auf %1 setzen</translation>
    </message>
    <message>
        <source>Set scales to %1</source>
        <translation>Skalen auf %1 setzen</translation>
    </message>
    <message>
        <source>Set search to %1</source>
        <translation>Suche auf %1 setzen</translation>
    </message>
    <message>
        <source>Use no importance</source>
        <translation>Keine Wichtigkeit verwenden</translation>
    </message>
    <message>
        <source>Set minimum cosine to %1</source>
        <translation>Mindestkosinus auf %1 setzen</translation>
    </message>
    <message>
        <source>Its blocks have a fixed layout: there is no group size, symmetry or scale type to choose.</source>
        <translation>Seine Blöcke haben einen festen Aufbau: Gruppengröße, Symmetrie und Skalentyp sind nicht wählbar.</translation>
    </message>
    <message>
        <source>%1 stores all scales as %2</source>
        <translation>%1 speichert alle Skalen als %2</translation>
    </message>
</context>
<context>
    <name>aq::DivergingBars</name>
    <message>
        <source>(outside blocks)</source>
        <translation>(außerhalb der Blöcke)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>◂ smaller %1</source>
        <comment>axis end</comment>
        <translation>◂ kleiner %1</translation>
    </message>
    <message>
        <source>%1 larger ▸</source>
        <comment>axis end</comment>
        <translation>%1 größer ▸</translation>
    </message>
    <message>
        <source>◂ closer %1</source>
        <comment>axis end</comment>
        <translation>◂ näher %1</translation>
    </message>
    <message>
        <source>%1 farther ▸</source>
        <comment>axis end</comment>
        <translation>%1 weiter weg ▸</translation>
    </message>
    <message>
        <source>%1 %2, error %3</source>
        <comment>trial, size change, error change</comment>
        <translation>%1 %2, Fehler %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>block, what differs</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) against the baseline %1.</source>
        <translation>
            <numerusform>%n Block gegen den Bezug %1.</numerusform>
            <numerusform>%n Blöcke gegen den Bezug %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Largest change of size: %1. Largest change of error: %2.</source>
        <translation>Größte Änderung der Größe: %1. Größte Änderung des Fehlers: %2.</translation>
    </message>
</context>
<context>
    <name>aq::DropZone</name>
    <message>
        <source>Drop a model here</source>
        <translation>Modell hier ablegen</translation>
    </message>
    <message>
        <source>Drop a file or a folder, or press to choose a file</source>
        <translation>Datei oder Ordner ablegen, oder drücken, um eine Datei zu wählen</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>Loslassen zum Öffnen</translation>
    </message>
    <message>
        <source>or click to choose a file</source>
        <translation>oder klicken, um eine Datei zu wählen</translation>
    </message>
</context>
<context>
    <name>aq::EstimateStrip</name>
    <message>
        <source>%1 → %2 (%3)</source>
        <translation>%1 → %2 (%3)</translation>
    </message>
    <message>
        <source>%1 · %2 quantized, %3 converted, %4 kept</source>
        <translation>%1 · %2 quantisiert, %3 umgewandelt, %4 behalten</translation>
    </message>
    <message>
        <source>%1 · %2 quantized, %3 kept</source>
        <translation>%1 · %2 quantisiert, %3 behalten</translation>
    </message>
    <message>
        <source>estimated size</source>
        <translation>geschätzte Größe</translation>
    </message>
    <message>
        <source>estimated bits per weight</source>
        <translation>geschätzte Bits pro Gewicht</translation>
    </message>
    <message>
        <source>plan notes</source>
        <translation>Hinweise zum Plan</translation>
    </message>
    <message>
        <source>Try (measure)</source>
        <translation>Probieren (messen)</translation>
    </message>
    <message>
        <source>&amp;Quantize…</source>
        <translation>&amp;Quantisieren…</translation>
    </message>
    <message>
        <source>findings of the plan</source>
        <translation>Befunde des Plans</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>Noch kein Plan</translation>
    </message>
    <message>
        <source>Shows what stands in the way, and repairs</source>
        <translation>Zeigt, was im Weg steht, und wie es zu beheben ist</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (und %2 weitere)</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
    <message>
        <source>Wait for what is running</source>
        <translation>Warten Sie, bis der laufende Vorgang fertig ist</translation>
    </message>
    <message>
        <source>Mend the plan first: %1</source>
        <translation>Berichtigen Sie zuerst den Plan: %1</translation>
    </message>
    <message>
        <source>There is no plan yet</source>
        <translation>Es gibt noch keinen Plan</translation>
    </message>
    <message>
        <source>Measures the error of every tensor (F5); writes nothing</source>
        <translation>Misst den Fehler jedes Tensors (F5); schreibt nichts</translation>
    </message>
    <message>
        <source>Writes the file and checks it</source>
        <translation>Schreibt die Datei und prüft sie</translation>
    </message>
    <message>
        <source>%1. Asks before it is written all the same.</source>
        <translation>%1. Fragt, bevor trotzdem geschrieben wird.</translation>
    </message>
</context>
<context>
    <name>aq::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter tensors: part of a name, a glob, or re:…</source>
        <translation>Tensoren filtern: Teil des Namens, Glob oder re:…</translation>
    </message>
    <message>
        <source>Part of a name, a glob for the whole name (blocks.*.attn?),
or re: and a regular expression</source>
        <translation>Teil eines Namens, ein Glob für den ganzen Namen (blocks.*.attn?)
oder re: und ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>filter count</source>
        <translation>Zahl der Treffer</translation>
    </message>
    <message>
        <source>%1 tensors</source>
        <translation>%1 Tensoren</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>aq::FindingsModel</name>
    <message>
        <source>%1 tensors</source>
        <translation>%1 Tensoren</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>die ganze Datei</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
</context>
<context>
    <name>aq::FindingsPanel</name>
    <message>
        <source>findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>why it matters</source>
        <translation>warum das wichtig ist</translation>
    </message>
    <message>
        <source>Repair all</source>
        <translation>Alles beheben</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>There is no plan yet.</source>
        <translation>Es gibt noch keinen Plan.</translation>
    </message>
    <message>
        <source>Notes need no repair</source>
        <translation>Hinweise brauchen keine Abhilfe</translation>
    </message>
    <message>
        <source>Makes the suggested repair of each finding that blocks or is slow: %1</source>
        <translation>Führt die vorgeschlagene Abhilfe für jeden Befund aus, der verhindert oder verlangsamt: %1</translation>
    </message>
    <message>
        <source>%1: %2 tensors</source>
        <translation>%1: %2 Tensoren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Repair all findings</source>
        <translation>Alle Befunde beheben</translation>
    </message>
</context>
<context>
    <name>aq::GoalSection</name>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>about the target</source>
        <translation>über das Ziel</translation>
    </message>
    <message>
        <source>T&amp;arget:</source>
        <translation>&amp;Ziel:</translation>
    </message>
    <message>
        <source>Which file is written, and who reads it</source>
        <translation>Welche Datei geschrieben wird und wer sie liest</translation>
    </message>
    <message>
        <source>Set target to %1</source>
        <translation>Ziel auf %1 setzen</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Set profile to %1</source>
        <translation>Profil auf %1 setzen</translation>
    </message>
    <message>
        <source>&amp;Customize…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the values that the profile sets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::HeatMapView</name>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows %1, columns %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows %1, columns %2: %3, decoded %4, error %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat maps of rows %1 and columns %2; values from %3 to %4, largest error %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::HistogramChart</name>
    <message>
        <source>Decoded − original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outliers beyond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: %3, decoded %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of the errors; most are from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of the values from %1 to %2; most are from %3; outliers: %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ImportanceRow</name>
    <message>
        <source>All columns matter alike.</source>
        <translation>Alle Spalten sind gleich wichtig.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Cannot be used: %1</source>
        <translation>Nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>None of the quantized tensors uses it: no effect.</source>
        <translation>Keiner der quantisierten Tensoren verwendet sie: keine Wirkung.</translation>
    </message>
    <message>
        <source>Used by %1 of %2 quantized tensors.</source>
        <translation>Von %1 der %2 quantisierten Tensoren verwendet.</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>importance file</source>
        <translation>Wichtigkeitsdatei</translation>
    </message>
    <message>
        <source>importance coverage</source>
        <translation>Abdeckung der Wichtigkeit</translation>
    </message>
    <message>
        <source>An imatrix file (.dat or .gguf): how much each input of a layer mattered in a calibration run. Scales are chosen so that the inputs that matter stay close.</source>
        <translation>Eine imatrix-Datei (.dat oder .gguf): wie wichtig jede Eingabe einer Schicht in einem Kalibrierungslauf war. Die Skalen werden so gewählt, dass wichtige Eingaben genau bleiben.</translation>
    </message>
    <message>
        <source>All columns matter alike again</source>
        <translation>Alle Spalten wieder gleich wichtig</translation>
    </message>
</context>
<context>
    <name>aq::JobBar</name>
    <message>
        <source>Job progress</source>
        <translation>Fortschritt des Auftrags</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Stop the running job; nothing it wrote is kept</source>
        <translation>Den laufenden Auftrag anhalten; nichts von ihm Geschriebenes bleibt</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
</context>
<context>
    <name>aq::JobQueue</name>
    <message>
        <source>%1 · %2</source>
        <comment>model · setting</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Added to the queue</source>
        <translation>In die Warteschlange gestellt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet, bis er an der Reihe ist</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was kept.</source>
        <translation>Abgebrochen. Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>The file was discarded</source>
        <translation>Die Datei wurde verworfen</translation>
    </message>
    <message>
        <source>The export failed: %1</source>
        <translation>Der Export schlug fehl: %1</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>The disk is nearly full</source>
        <translation>Der Datenträger ist fast voll</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place: error</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Läuft weiter</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>Planned: %n tensors, %1 become %2</source>
        <translation>
            <numerusform>Geplant: %n Tensor, aus %1 werden %2</numerusform>
            <numerusform>Geplant: %n Tensoren, aus %1 werden %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Overruled: %1</source>
        <translation>Übergangen: %1</translation>
    </message>
    <message>
        <source>%1 was kept: %2</source>
        <comment>tensor, error</comment>
        <translation>%1 wurde behalten: %2</translation>
    </message>
    <message>
        <source>All tensors passed</source>
        <translation>Alle Tensoren bestanden</translation>
    </message>
    <message numerus="yes">
        <source>%n tensors missed a limit</source>
        <translation>
            <numerusform>%n Tensor verfehlte eine Grenze</numerusform>
            <numerusform>%n Tensoren verfehlten eine Grenze</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished: %1, %2</source>
        <translation>Fertig: %1, %2</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Put aside, to go on later</source>
        <translation>Zurückgestellt, um später weiterzumachen</translation>
    </message>
</context>
<context>
    <name>aq::KeepSection</name>
    <message>
        <source>Keep exact</source>
        <translation>Exakt behalten</translation>
    </message>
    <message>
        <source>&amp;1-D tensors</source>
        <translation>&amp;1-D-Tensoren</translation>
    </message>
    <message>
        <source>Names known to be &amp;sensitive</source>
        <translation>Als &amp;empfindlich bekannte Namen</translation>
    </message>
    <message>
        <source>What the architecture &amp;needs exact</source>
        <translation>Was die A&amp;rchitektur exakt braucht</translation>
    </message>
    <message>
        <source>Sensitive patterns</source>
        <translation>Empfindliche Muster</translation>
    </message>
    <message>
        <source>Sensitive names</source>
        <translation>Empfindliche Namen</translation>
    </message>
    <message>
        <source>Biases, norms and scales: small, and they matter</source>
        <translation>Bias, Normen und Skalen: klein, aber wichtig</translation>
    </message>
    <message>
        <source>Embeddings, norms, first and last layers of common models</source>
        <translation>Embeddings, Normen, erste und letzte Schichten gängiger Modelle</translation>
    </message>
    <message>
        <source>recognised architecture</source>
        <translation>erkannte Architektur</translation>
    </message>
    <message>
        <source>Tensors &amp;under:</source>
        <translation>Tensoren &amp;unter:</translation>
    </message>
    <message>
        <source>Tensors with fewer elements stay exact</source>
        <translation>Tensoren mit weniger Elementen bleiben exakt</translation>
    </message>
    <message>
        <source> elements</source>
        <translation> Elemente</translation>
    </message>
    <message>
        <source>Sensitive patterns:</source>
        <translation>Empfindliche Muster:</translation>
    </message>
    <message>
        <source>Sensitive names:</source>
        <translation>Empfindliche Namen:</translation>
    </message>
    <message>
        <source>Keep 1-D tensors</source>
        <translation>1-D-Tensoren behalten</translation>
    </message>
    <message>
        <source>Quantize 1-D tensors</source>
        <translation>1-D-Tensoren quantisieren</translation>
    </message>
    <message>
        <source>Keep sensitive names</source>
        <translation>Empfindliche Namen behalten</translation>
    </message>
    <message>
        <source>Quantize sensitive names</source>
        <translation>Empfindliche Namen quantisieren</translation>
    </message>
    <message>
        <source>Keep the architecture&apos;s list</source>
        <translation>Liste der Architektur behalten</translation>
    </message>
    <message>
        <source>Quantize the architecture&apos;s list</source>
        <translation>Liste der Architektur quantisieren</translation>
    </message>
    <message>
        <source>Keep tensors under %1 elements</source>
        <translation>Tensoren unter %1 Elementen behalten</translation>
    </message>
    <message>
        <source>No known architecture: nothing is kept for it</source>
        <translation>Keine bekannte Architektur: nichts wird dafür behalten</translation>
    </message>
</context>
<context>
    <name>aq::LogModel</name>
    <message>
        <source>Debug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::LogPart</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log was saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::LogView</name>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information and above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all lines that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empty this list; the log file stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line matches the level and the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::MainWindow</name>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>Exporting %1…</source>
        <translation>%1 wird exportiert…</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>Der Bericht wurde gespeichert.</translation>
    </message>
    <message>
        <source>The plan was saved.</source>
        <translation>Der Plan wurde gespeichert.</translation>
    </message>
    <message>
        <source>Cancel the job and open</source>
        <translation>Auftrag abbrechen und öffnen</translation>
    </message>
    <message>
        <source>Cancel the job and close the model</source>
        <translation>Auftrag abbrechen und Modell schließen</translation>
    </message>
    <message>
        <source>Trying the plan on %1</source>
        <translation>Plan wird an %1 probiert</translation>
    </message>
    <message>
        <source>Quantizing %1</source>
        <translation>%1 wird quantisiert</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>It needs %1.</source>
        <translation>Sie benötigt %1.</translation>
    </message>
    <message>
        <source>%1 was exported.</source>
        <translation>%1 wurde exportiert.</translation>
    </message>
    <message>
        <source>Quantize a model first</source>
        <translation>Quantisieren Sie zuerst ein Modell</translation>
    </message>
    <message>
        <source>A trial writes no file; quantize to get one</source>
        <translation>Ein Probelauf schreibt keine Datei; quantisieren Sie, um eine zu erhalten</translation>
    </message>
    <message>
        <source>The file is being exported</source>
        <translation>Die Datei wird exportiert</translation>
    </message>
    <message>
        <source>Cancel the job and quit</source>
        <translation>Auftrag abbrechen und beenden</translation>
    </message>
    <message>
        <source>Models (%1)</source>
        <translation>Modelle (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Open a folder with a model</source>
        <translation>Ordner mit einem Modell öffnen</translation>
    </message>
    <message>
        <source>Choose an importance matrix</source>
        <translation>Wichtigkeitsmatrix wählen</translation>
    </message>
    <message>
        <source>Importance matrices (*.dat *.gguf *.imatrix)</source>
        <translation>Wichtigkeitsmatrizen (*.dat *.gguf *.imatrix)</translation>
    </message>
    <message>
        <source>Export the validated file</source>
        <translation>Geprüfte Datei exportieren</translation>
    </message>
    <message>
        <source>Export the validated file, for %1</source>
        <translation>Geprüfte Datei exportieren, für %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Load a plan</source>
        <translation>Plan laden</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Pläne (*.json)</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>Several files were dropped. Which is the model?</source>
        <translation>Mehrere Dateien wurden abgelegt. Welche ist das Modell?</translation>
    </message>
    <message>
        <source>The command line was copied.</source>
        <translation>Die Befehlszeile wurde kopiert.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Close model</source>
        <translation>Modell s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Load plan…</source>
        <translation>Plan &amp;laden…</translation>
    </message>
    <message>
        <source>&amp;Save plan</source>
        <translation>Plan &amp;speichern</translation>
    </message>
    <message>
        <source>Save plan &amp;as…</source>
        <translation>Plan speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Save re&amp;port…</source>
        <translation>Be&amp;richt speichern…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy equivalent command &amp;line</source>
        <translation>Entsprechende &amp;Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>&amp;Find tensors</source>
        <translation>Tensoren &amp;suchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>More pages</source>
        <translation>Weitere Seiten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Tensors, and what to do with them</source>
        <translation>Tensoren, und was mit ihnen geschieht</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>The jobs</source>
        <translation>Die Aufträge</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>How close the result is</source>
        <translation>Wie nah das Ergebnis am Original ist</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>hint (shortcut)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Plan as opened</source>
        <translation>Plan wie geöffnet</translation>
    </message>
    <message>
        <source>History of the plan</source>
        <translation>Verlauf des Plans</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>Auf&amp;trag</translation>
    </message>
    <message>
        <source>&amp;Try plan</source>
        <translation>Plan &amp;probieren</translation>
    </message>
    <message>
        <source>Measures the error of every tensor; writes nothing</source>
        <translation>Misst den Fehler jedes Tensors; schreibt nichts</translation>
    </message>
    <message>
        <source>&amp;Quantize</source>
        <translation>&amp;Quantisieren</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Continue on &amp;errors</source>
        <translation>Bei &amp;Fehlern fortfahren</translation>
    </message>
    <message>
        <source>A tensor that fails is kept as it is, and listed</source>
        <translation>Ein Tensor, der fehlschlägt, wird unverändert behalten und aufgelistet</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>&amp;Benutzerhandbuch</translation>
    </message>
    <message>
        <source>&amp;About ArrowQuant</source>
        <translation>Ü&amp;ber ArrowQuant</translation>
    </message>
    <message>
        <source>A job is running on %1.</source>
        <translation>Ein Auftrag läuft auf %1.</translation>
    </message>
    <message>
        <source>Findings stand in the way</source>
        <translation>Befunde stehen im Weg</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 %2

Most findings offer repairs. %3</source>
        <translation>%1 %2

Die meisten Befunde bieten Abhilfe an. %3</translation>
    </message>
    <message>
        <source>A file that is written all the same says in its metadata what was overruled.</source>
        <translation>Eine trotzdem geschriebene Datei nennt in ihren Metadaten, was übergangen wurde.</translation>
    </message>
    <message>
        <source>Without a repair there can be no such file.</source>
        <translation>Ohne Abhilfe kann es diese Datei nicht geben.</translation>
    </message>
    <message>
        <source>Show findings</source>
        <translation>Befunde zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Quantize anyway</source>
        <translation>Trotzdem quantisieren</translation>
    </message>
    <message>
        <source>A job is running</source>
        <translation>Ein Auftrag läuft</translation>
    </message>
    <message>
        <source>Nothing it has written so far will be kept.</source>
        <translation>Nichts von dem, was er bisher geschrieben hat, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>The result is not exported</source>
        <translation>Das Ergebnis ist nicht exportiert</translation>
    </message>
    <message>
        <source>The quantized %1 has not been exported.</source>
        <translation>Das quantisierte %1 wurde nicht exportiert.</translation>
    </message>
    <message>
        <source>Without an export, the validated file will be lost.</source>
        <translation>Ohne Export geht die geprüfte Datei verloren.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>The result is being exported</source>
        <translation>Das Ergebnis wird exportiert</translation>
    </message>
    <message>
        <source>The quantized %1 is being exported.</source>
        <translation>Das quantisierte %1 wird exportiert.</translation>
    </message>
    <message>
        <source>This can go on as soon as the export has ended.</source>
        <translation>Das geht weiter, sobald der Export beendet ist.</translation>
    </message>
    <message>
        <source>Wait for the export</source>
        <translation>Auf den Export warten</translation>
    </message>
</context>
<context>
    <name>aq::MessageBar</name>
    <message numerus="yes">
        <source>… and %n more; Copy details has them all</source>
        <translation>
            <numerusform>… und %n weitere; „Einzelheiten kopieren“ hat alle</numerusform>
            <numerusform>… und %n weitere; „Einzelheiten kopieren“ hat alle</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Show or hide what more is known</source>
        <translation>Zeigen oder verbergen, was noch bekannt ist</translation>
    </message>
    <message>
        <source>Show the next message</source>
        <translation>Nächste Meldung zeigen</translation>
    </message>
    <message>
        <source>Open the folder of this file</source>
        <translation>Ordner dieser Datei öffnen</translation>
    </message>
    <message>
        <source>Copy the whole message to the clipboard</source>
        <translation>Ganze Meldung in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Show what happened before</source>
        <translation>Zeigen, was vorher geschah</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Diese Meldung schließen (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(und %n weitere)</numerusform>
            <numerusform>(und %n weitere)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::OpenPage</name>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message numerus="yes">
        <source>%n bits per weight, groups of %1</source>
        <translation>
            <numerusform>%n Bit pro Gewicht, Gruppen von %1</numerusform>
            <numerusform>%n Bits pro Gewicht, Gruppen von %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open &amp;file…</source>
        <translation>&amp;Datei öffnen…</translation>
    </message>
    <message>
        <source>Open f&amp;older…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>A sharded model or a diffusers folder</source>
        <translation>Ein aufgeteiltes Modell oder ein Diffusers-Ordner</translation>
    </message>
    <message>
        <source>Reads %1. Opening reads only the table of contents.</source>
        <translation>Liest %1. Das Öffnen liest nur das Inhaltsverzeichnis.</translation>
    </message>
    <message>
        <source>Recent models</source>
        <translation>Zuletzt geöffnete Modelle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Letztes Ergebnis</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
</context>
<context>
    <name>aq::PlanPage</name>
    <message numerus="yes">
        <source>%Ln tensors</source>
        <translation>
            <numerusform>%Ln Tensor</numerusform>
            <numerusform>%Ln Tensoren</numerusform>
        </translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>%1 auf %2 setzen</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>open model</source>
        <translation>geöffnetes Modell</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>Befunde (%1)</translation>
    </message>
    <message>
        <source>The importance file cannot be used: %1</source>
        <translation>Die Wichtigkeitsdatei ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>Use importance of %1</source>
        <translation>Wichtigkeit von %1 verwenden</translation>
    </message>
    <message>
        <source>Take the architecture as recognised</source>
        <translation>Architektur wie erkannt übernehmen</translation>
    </message>
    <message>
        <source>Set architecture to %1</source>
        <translation>Architektur auf %1 setzen</translation>
    </message>
    <message>
        <source>Set no architecture</source>
        <translation>Keine Architektur setzen</translation>
    </message>
    <message>
        <source>Add pattern %1</source>
        <translation>Muster %1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>aq::PlanPanel</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>aq::Planner</name>
    <message>
        <source>Nothing is quantized: no tensor gets or fits a smaller type; see the column Why.</source>
        <translation>Nichts wird quantisiert: Kein Tensor bekommt einen kleineren Typ oder passt dazu; siehe Spalte „Warum“.</translation>
    </message>
    <message>
        <source>Tensors that do not fit their scheme and fall back: %1; see the column Why.</source>
        <translation>Tensoren, die nicht zu ihrem Schema passen und Ersatz bekommen: %1; siehe Spalte „Warum“.</translation>
    </message>
    <message>
        <source>Not enough free space: %1 needed, %2 free in %3.</source>
        <translation>Nicht genug freier Platz: %1 nötig, %2 frei in %3.</translation>
    </message>
    <message>
        <source>1 tensor</source>
        <translation>1 Tensor</translation>
    </message>
    <message numerus="yes">
        <source>%n tensors</source>
        <translation>
            <numerusform>%n Tensor</numerusform>
            <numerusform>%n Tensoren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::PresetBar</name>
    <message>
        <source>&amp;Preset:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, manage and share presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New models open with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
New models open with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>The plan comes from no preset of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the preset were changed; choose it again to go back to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values that are set together; choosing is one step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::PresetDialog</name>
    <message>
        <source>preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the preset sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set as &amp;default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save plan as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Export &amp;all of mine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore built-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New models open with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preset chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one to see what it sets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a preset first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in presets stay as they are; duplicate it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes its values, as one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a preset of the plan as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives it another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a preset of yours of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes its file; this can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes it off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New models open with it already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a file with presets, a saved plan, or a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes it to a file, for another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes all presets of yours to one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset of yours yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists all built-in presets again, with “Local” as the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All built-in presets are listed, and the default is the usual one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::PresetSaveDialog</name>
    <message>
        <source>The &amp;target, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensor(s) chosen &amp;one by one</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is good for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it the preset works for any target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tensor was chosen by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They fit models with the very same tensor names only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also holds:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The architecture and the importance file of this model stay out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset of this name will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ProfileCard</name>
    <message numerus="yes">
        <source>%n bits, groups of %1</source>
        <translation>
            <numerusform>%n Bit, Gruppen von %1</numerusform>
            <numerusform>%n Bits, Gruppen von %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bits, %1</source>
        <translation>
            <numerusform>%n Bit, %1</numerusform>
            <numerusform>%n Bits, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>this model: %1</source>
        <translation>dieses Modell: %1</translation>
    </message>
    <message>
        <source>modified; choose it again to go back to its values</source>
        <translation>geändert; noch einmal wählen, um zu seinen Werten zurückzukehren</translation>
    </message>
    <message>
        <source>%1 (modified)</source>
        <translation>%1 (geändert)</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected error on this model: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::RangeChart</name>
    <message>
        <source>Least to greatest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error (RMS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, error %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranges of %1 channels; the widest is %2, from %3 to %4; with outliers: %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::ReportPage</name>
    <message>
        <source>Minimum cosine</source>
        <translation>Mindestkosinus</translation>
    </message>
    <message>
        <source>Each quantized tensor must reach this cosine similarity</source>
        <translation>Jeder quantisierte Tensor muss diese Kosinusähnlichkeit erreichen</translation>
    </message>
    <message>
        <source>Also the floors of each bit width</source>
        <translation>Auch die Untergrenzen je Bitbreite</translation>
    </message>
    <message>
        <source>Stricter limits that a sound quantization of this width reaches</source>
        <translation>Strengere Grenzen, die eine gute Quantisierung dieser Breite erreicht</translation>
    </message>
    <message>
        <source>Minimum cosine:</source>
        <translation>Mindestkosinus:</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>Quelle:</translation>
    </message>
    <message>
        <source>Written:</source>
        <translation>Geschrieben:</translation>
    </message>
    <message>
        <source>Compression:</source>
        <translation>Kompression:</translation>
    </message>
    <message>
        <source>Bits per weight:</source>
        <translation>Bits pro Gewicht:</translation>
    </message>
    <message>
        <source>Cosine, weighted:</source>
        <translation>Kosinus, gewichtet:</translation>
    </message>
    <message>
        <source>Relative RMSE:</source>
        <translation>Relativer RMSE:</translation>
    </message>
    <message>
        <source>SQNR:</source>
        <translation>SQNR:</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>Zeit:</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Datei:</translation>
    </message>
    <message>
        <source>Tensor report</source>
        <translation>Tensorbericht</translation>
    </message>
    <message>
        <source>Error per tensor in the written file</source>
        <translation>Fehler je Tensor in der geschriebenen Datei</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>Tensor no.</source>
        <translation>Tensor Nr.</translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation>Relativer RMSE</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>As JSON, CSV or a web page that needs no other file</source>
        <translation>Als JSON, CSV oder als Webseite, die keine andere Datei braucht</translation>
    </message>
    <message>
        <source>Copy equivalent command line</source>
        <translation>Entsprechende Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>The arrowquant-cli command that does the same</source>
        <translation>Der arrowquant-cli-Befehl, der dasselbe tut</translation>
    </message>
    <message>
        <source>Save the very file that was validated</source>
        <translation>Genau die geprüfte Datei speichern</translation>
    </message>
    <message>
        <source>none, this was a trial</source>
        <translation>keine, dies war ein Probelauf</translation>
    </message>
</context>
<context>
    <name>aq::RuleListEditor</name>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Group size</source>
        <translation>Gruppengröße</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Select a pattern first</source>
        <translation>Wählen Sie zuerst ein Muster</translation>
    </message>
</context>
<context>
    <name>aq::RuleListModel</name>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Add pattern %1</source>
        <translation>Muster %1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove pattern %1</source>
        <translation>Muster %1 entfernen</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>%1 auf %2 setzen</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Change pattern %1 to %2</source>
        <translation>Muster %1 in %2 ändern</translation>
    </message>
    <message>
        <source>Switch on %1</source>
        <translation>%1 einschalten</translation>
    </message>
    <message>
        <source>Switch off %1</source>
        <translation>%1 ausschalten</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
</context>
<context>
    <name>aq::RulesSection</name>
    <message>
        <source>Layer rules</source>
        <translation>Schichtregeln</translation>
    </message>
    <message>
        <source>Rules of the recipe</source>
        <translation>Regeln des Rezepts</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>The first pattern that matches decides. A choice in the table beats all patterns.</source>
        <translation>Das erste passende Muster entscheidet. Eine Wahl in der Tabelle schlägt alle Muster.</translation>
    </message>
    <message>
        <source>overrides</source>
        <translation>Einzelwahlen</translation>
    </message>
    <message>
        <source>Removes every choice made in the table</source>
        <translation>Nimmt jede Wahl in der Tabelle zurück</translation>
    </message>
    <message>
        <source>From the recipe, weaker than those above:</source>
        <translation>Aus dem Rezept, schwächer als die oberen:</translation>
    </message>
    <message>
        <source>Reset all overrides</source>
        <translation>Alle Einzelwahlen zurücksetzen</translation>
    </message>
    <message>
        <source>Nothing was chosen in the table</source>
        <translation>In der Tabelle wurde nichts gewählt</translation>
    </message>
    <message>
        <source>1 tensor was chosen in the table</source>
        <translation>1 Tensor wurde in der Tabelle gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensors were chosen in the table</source>
        <translation>
            <numerusform>%Ln Tensor wurde in der Tabelle gewählt</numerusform>
            <numerusform>%Ln Tensoren wurden in der Tabelle gewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::RunPage</name>
    <message>
        <source>Errors: %1. First: %2</source>
        <translation>Fehler: %1. Erster: %2</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was kept.</source>
        <translation>Abgebrochen. Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>Finished: all tensors passed.</source>
        <translation>Fertig: Alle Tensoren haben bestanden.</translation>
    </message>
    <message>
        <source>Finished. Tensors that missed a limit: %1; see the report.</source>
        <translation>Fertig. Tensoren, die eine Grenze verfehlten: %1; siehe Bericht.</translation>
    </message>
    <message>
        <source>No job has run yet</source>
        <translation>Noch kein Auftrag gelaufen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>Zurück zum Plan</translation>
    </message>
    <message>
        <source>Quantize or try a plan, and watch it here.</source>
        <translation>Quantisieren oder probieren Sie einen Plan und verfolgen Sie es hier.</translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation>Fortschritt des Auftrags</translation>
    </message>
    <message>
        <source>Tensor:</source>
        <translation>Tensor:</translation>
    </message>
    <message>
        <source>Read:</source>
        <translation>Gelesen:</translation>
    </message>
    <message>
        <source>A quantization reads the source twice: the second time to compare it with what was written</source>
        <translation>Eine Quantisierung liest die Quelle zweimal: beim zweiten Mal zum Vergleich mit dem Geschriebenen</translation>
    </message>
    <message>
        <source>Rate:</source>
        <translation>Rate:</translation>
    </message>
    <message>
        <source>Compression so far:</source>
        <translation>Kompression bisher:</translation>
    </message>
    <message>
        <source>Elapsed:</source>
        <translation>Vergangen:</translation>
    </message>
    <message>
        <source>Time left:</source>
        <translation>Restzeit:</translation>
    </message>
    <message>
        <source>Failed tensors:</source>
        <translation>Fehlgeschlagene Tensoren:</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
    <message>
        <source>Source read (MB/s)</source>
        <translation>Quelle gelesen (MB/s)</translation>
    </message>
    <message>
        <source>Error per tensor</source>
        <translation>Fehler je Tensor</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>Tensor no.</source>
        <translation>Tensor Nr.</translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation>Relativer RMSE</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>Tensors finished</source>
        <translation>Fertige Tensoren</translation>
    </message>
    <message>
        <source>Source ÷ output size</source>
        <translation>Größe Quelle ÷ Ausgabe</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Read (quantize and validate):</source>
        <translation>Gelesen (quantisieren und prüfen):</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>%1 wurde abgebrochen</translation>
    </message>
</context>
<context>
    <name>aq::Session</name>
    <message>
        <source>Load plan %1</source>
        <translation>Plan %1 laden</translation>
    </message>
</context>
<context>
    <name>aq::SizeErrorChart</name>
    <message>
        <source>%1 (dB), higher is closer</source>
        <translation>%1 (dB), höher ist näher</translation>
    </message>
    <message>
        <source>%1, lower is closer</source>
        <translation>%1, niedriger ist näher</translation>
    </message>
    <message>
        <source>Size, and its share of the source</source>
        <translation>Größe und Anteil an der Quelle</translation>
    </message>
    <message>
        <source>%1 to fit</source>
        <translation>Platz: %1</translation>
    </message>
    <message>
        <source>source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) by size and error.</source>
        <translation>
            <numerusform>%n Einstellung nach Größe und Fehler.</numerusform>
            <numerusform>%n Einstellungen nach Größe und Fehler.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::TensorBrowser</name>
    <message>
        <source>Grou&amp;p by block</source>
        <translation>Nach Block &amp;gruppieren</translation>
    </message>
    <message>
        <source>Set &amp;type</source>
        <translation>&amp;Typ setzen</translation>
    </message>
    <message>
        <source>&amp;Keep source</source>
        <translation>&amp;Quelle behalten</translation>
    </message>
    <message>
        <source>&amp;Reset to default</source>
        <translation>Auf Standard &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Make a pattern…</source>
        <translation>&amp;Muster bilden…</translation>
    </message>
    <message>
        <source>Copies the selected tensors unchanged</source>
        <translation>Übernimmt die gewählten Tensoren unverändert</translation>
    </message>
    <message>
        <source>Removes what was chosen for the selected tensors</source>
        <translation>Nimmt zurück, was für die gewählten Tensoren bestimmt wurde</translation>
    </message>
    <message>
        <source>Adds a rule that matches the names of the selected tensors</source>
        <translation>Fügt eine Regel hinzu, die zu den Namen der gewählten Tensoren passt</translation>
    </message>
    <message>
        <source>Select tensors first</source>
        <translation>Wählen Sie zuerst Tensoren</translation>
    </message>
</context>
<context>
    <name>aq::TensorView</name>
    <message>
        <source>Planned type</source>
        <translation>Geplanter Typ</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>Set &amp;type</source>
        <translation>&amp;Typ setzen</translation>
    </message>
    <message>
        <source>&amp;Keep source</source>
        <translation>&amp;Quelle behalten</translation>
    </message>
    <message>
        <source>&amp;Reset to default</source>
        <translation>Auf Standard &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Make a pattern from the selection…</source>
        <translation>&amp;Muster aus der Auswahl bilden…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>E&amp;xpand all</source>
        <translation>Alles &amp;aufklappen</translation>
    </message>
    <message>
        <source>C&amp;ollapse all</source>
        <translation>Alles &amp;zuklappen</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>&amp;Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>aq::TrialDelegate</name>
    <message>
        <source>Baseline · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aq::VerdictBanner</name>
    <message>
        <source>No report yet</source>
        <translation>Noch kein Bericht</translation>
    </message>
    <message>
        <source>Quantize a model, or try a plan, to see how close it stays.</source>
        <translation>Quantisieren Sie ein Modell oder probieren Sie einen Plan, um zu sehen, wie nah es am Original bleibt.</translation>
    </message>
    <message>
        <source>Trial passed</source>
        <translation>Probelauf bestanden</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Quantized tensors: %1, all within the limits. Nothing was written.</source>
        <translation>Quantisierte Tensoren: %1, alle innerhalb der Grenzen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Quantized tensors: %1, all within the limits.</source>
        <translation>Quantisierte Tensoren: %1, alle innerhalb der Grenzen.</translation>
    </message>
    <message>
        <source>Trial not passed</source>
        <translation>Probelauf nicht bestanden</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Tensors that missed a limit: %1. First: %2</source>
        <translation>Tensoren, die eine Grenze verfehlten: %1. Erster: %2</translation>
    </message>
    <message>
        <source>%1 Findings were overruled: %2</source>
        <translation>%1 Befunde wurden übergangen: %2</translation>
    </message>
    <message>
        <source>No verdict yet</source>
        <translation>Noch kein Urteil</translation>
    </message>
    <message>
        <source>Verdict: passed</source>
        <translation>Urteil: bestanden</translation>
    </message>
    <message>
        <source>Verdict: not passed</source>
        <translation>Urteil: nicht bestanden</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Quantizes neural-network checkpoints.</source>
        <translation>Quantisiert Checkpoints neuronaler Netze.</translation>
    </message>
    <message>
        <source>Open a window of its own even when there is one already.</source>
        <translation>Ein eigenes Fenster öffnen, auch wenn schon eines offen ist.</translation>
    </message>
    <message>
        <source>A model to open: a file, an index or a folder.</source>
        <translation>Zu öffnendes Modell: eine Datei, ein Index oder ein Ordner.</translation>
    </message>
    <message>
        <source>Language of the window: de, en or zh_CN.</source>
        <translation>Sprache des Fensters: de, en oder zh_CN.</translation>
    </message>
</context>
<context>
    <name>std</name>
    <message>
        <source>%n elements</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
