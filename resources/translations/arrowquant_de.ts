<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
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
    <message>
        <source>Makes neural-network checkpoints smaller, and shows what that costs.</source>
        <translation>Macht Checkpoints neuronaler Netze kleiner und zeigt, was das kostet.</translation>
    </message>
    <message>
        <source>Processor: %1, %2 threads</source>
        <translation>Prozessor: %1, %2 Threads</translation>
    </message>
    <message>
        <source>System: %1, %2</source>
        <translation>System: %1, %2</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies what to say when you report a problem</source>
        <translation>Kopiert, was bei einer Fehlermeldung anzugeben ist</translation>
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
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Schlechtester</translation>
    </message>
    <message>
        <source>Each decibel gained over %1 costs %2.</source>
        <translation>Jedes gegenüber %1 gewonnene Dezibel kostet %2.</translation>
    </message>
    <message>
        <source>Each decibel lost against %1 saves %2.</source>
        <translation>Jedes gegenüber %1 verlorene Dezibel spart %2.</translation>
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
    <message>
        <source>Tensors whose type was chosen in the table, or locked</source>
        <translation>Tensoren, deren Typ in der Tabelle gewählt oder gesperrt wurde</translation>
    </message>
    <message>
        <source>Fell back</source>
        <translation>Ersatz</translation>
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
    <message>
        <source>the network is not recognised</source>
        <translation>das Netz wird nicht erkannt</translation>
    </message>
    <message>
        <source>%1 needs general.architecture and refuses names that it does not know; choose the architecture, if it is one of them</source>
        <translation>%1 braucht general.architecture und lehnt Namen ab, die es nicht kennt; wählen Sie die Architektur, falls es eine davon ist</translation>
    </message>
    <message>
        <source>general.architecture is &apos;%1&apos;</source>
        <translation>general.architecture ist „%1“</translation>
    </message>
    <message>
        <source>%1 refuses architectures that are not in its list</source>
        <translation>%1 lehnt Architekturen ab, die nicht in seiner Liste stehen</translation>
    </message>
    <message>
        <source>has the names of diffusers: &apos;%1&apos;</source>
        <translation>hat die Namen von Diffusers: „%1“</translation>
    </message>
    <message>
        <source>%1 reads the names of the original model; convert from that file</source>
        <translation>%1 liest die Namen des Originalmodells; wandeln Sie aus dieser Datei um</translation>
    </message>
    <message>
        <source>every name begins with &apos;%1&apos;</source>
        <translation>jeder Name beginnt mit „%1“</translation>
    </message>
    <message>
        <source>%1 strips it; other programs may not</source>
        <translation>%1 entfernt das; andere Programme vielleicht nicht</translation>
    </message>
    <message>
        <source>%1 does not strip it and finds no tensor</source>
        <translation>%1 entfernt das nicht und findet keinen Tensor</translation>
    </message>
    <message>
        <source>%1 tensors (%2 bytes) are text encoders or VAE</source>
        <translation>%1 Tensoren (%2 Bytes) gehören zu Text-Encodern oder VAE</translation>
    </message>
    <message>
        <source>%1 takes the diffusion model alone from a GGUF file</source>
        <translation>%1 nimmt aus einer GGUF-Datei nur das Diffusionsmodell</translation>
    </message>
    <message>
        <source>the source is no GGUF file with hyperparameters and a tokenizer</source>
        <translation>die Quelle ist keine GGUF-Datei mit Hyperparametern und Tokenizer</translation>
    </message>
    <message>
        <source>%1 builds the network from this metadata; make an F16 GGUF file with its own converter first</source>
        <translation>%1 baut das Netz aus diesen Metadaten auf; erzeugen Sie zuerst mit dessen eigenem Konverter eine F16-GGUF-Datei</translation>
    </message>
    <message>
        <source>%1 has no type in GGUF</source>
        <translation>%1 hat keinen Typ in GGUF</translation>
    </message>
    <message>
        <source>GGUF holds floats, blocks and signed integers; the tensor would have to be left out</source>
        <translation>GGUF kennt Gleitkommazahlen, Blöcke und vorzeichenbehaftete Ganzzahlen; der Tensor müsste weggelassen werden</translation>
    </message>
    <message>
        <source>shape %1 has no elements</source>
        <translation>Form %1 hat keine Elemente</translation>
    </message>
    <message>
        <source>readers of GGUF do not survive it</source>
        <translation>Programme, die GGUF lesen, stürzen daran ab</translation>
    </message>
    <message>
        <source>would be called like &apos;%1&apos;</source>
        <translation>würde heißen wie „%1“</translation>
    </message>
    <message>
        <source>two tensors of one name cannot be told apart</source>
        <translation>zwei Tensoren mit einem Namen sind nicht zu unterscheiden</translation>
    </message>
    <message>
        <source>part %1 of %2 of a split model: the other tensors are missing</source>
        <translation>Teil %1 von %2 eines geteilten Modells: die übrigen Tensoren fehlen</translation>
    </message>
    <message>
        <source>the file would pass for a whole model; join the parts first, with llama.cpp&apos;s gguf-split --merge for instance</source>
        <translation>die Datei würde als ganzes Modell gelten; fügen Sie die Teile zuerst zusammen, etwa mit gguf-split --merge von llama.cpp</translation>
    </message>
    <message>
        <source>row of %1 elements is not whole blocks of %2, nor of %3: becomes %4</source>
        <translation>Zeile mit %1 Elementen ergibt keine ganzen Blöcke von %2, auch nicht von %3: wird %4</translation>
    </message>
    <message>
        <source>row of %1 elements is not whole blocks of %2, nor of %3: stays %4</source>
        <translation>Zeile mit %1 Elementen ergibt keine ganzen Blöcke von %2, auch nicht von %3: bleibt %4</translation>
    </message>
    <message>
        <source>row of %1 elements is not whole blocks of %2: becomes %3</source>
        <translation>Zeile mit %1 Elementen ergibt keine ganzen Blöcke von %2: wird %3</translation>
    </message>
    <message>
        <source>row of %1 elements is not whole blocks of %2: stays %3</source>
        <translation>Zeile mit %1 Elementen ergibt keine ganzen Blöcke von %2: bleibt %3</translation>
    </message>
    <message>
        <source>blocks never cross a row, which is the last extent</source>
        <translation>Blöcke überschreiten nie eine Zeile; diese ist die letzte Ausdehnung</translation>
    </message>
    <message>
        <source>cannot decode %1: kept as it is</source>
        <translation>%1 kann nicht dekodiert werden: bleibt unverändert</translation>
    </message>
    <message>
        <source>only types that can be decoded are quantized anew; convert from the original model</source>
        <translation>nur dekodierbare Typen werden neu quantisiert; wandeln Sie aus dem Originalmodell um</translation>
    </message>
    <message>
        <source>one scale per tensor was asked for</source>
        <translation>eine Skala pro Tensor war gewünscht</translation>
    </message>
    <message>
        <source>groups of %1 were asked for</source>
        <translation>Gruppen von %1 waren gewünscht</translation>
    </message>
    <message>
        <source>GGUF&apos;s types have groups of their own: the size changes nothing</source>
        <translation>die Typen von GGUF haben eigene Gruppen: die Größe ändert nichts</translation>
    </message>
    <message>
        <source>%1 tensors are cast to F16</source>
        <translation>%1 Tensoren werden in F16 umgewandelt</translation>
    </message>
    <message>
        <source>F16 ends at 65504: a tensor with larger weights stays as in the source, and the report says so; where F16 was chosen for it, they stop the job, by name</source>
        <translation>F16 endet bei 65504: ein Tensor mit größeren Gewichten bleibt wie in der Quelle, und der Bericht nennt ihn; wo F16 dafür gewählt wurde, halten sie den Auftrag an, mit Namen</translation>
    </message>
    <message>
        <source>F16 ends at 65504: a tensor with larger weights stays as in the source, and the report says so</source>
        <translation>F16 endet bei 65504: ein Tensor mit größeren Gewichten bleibt wie in der Quelle, und der Bericht nennt ihn</translation>
    </message>
    <message>
        <source>the name has %1 bytes</source>
        <translation>der Name hat %1 Bytes</translation>
    </message>
    <message>
        <source>%1 reads names of at most %2 bytes</source>
        <translation>%1 liest Namen von höchstens %2 Bytes</translation>
    </message>
    <message>
        <source>is stored as %1</source>
        <translation>wird als %1 gespeichert</translation>
    </message>
    <message>
        <source>%1 has no fast code for it and decodes it in Python, very slowly</source>
        <translation>%1 hat keinen schnellen Code dafür und dekodiert in Python, sehr langsam</translation>
    </message>
    <message>
        <source>%1 does not read this type</source>
        <translation>%1 liest diesen Typ nicht</translation>
    </message>
    <message>
        <source>has %1 dimensions</source>
        <translation>hat %1 Dimensionen</translation>
    </message>
    <message>
        <source>has %1 dimensions and is quantized</source>
        <translation>hat %1 Dimensionen und wird quantisiert</translation>
    </message>
    <message>
        <source>%1 refuses files with a tensor of more than %2</source>
        <translation>%1 lehnt Dateien mit einem Tensor von mehr als %2 ab</translation>
    </message>
    <message>
        <source>%1 reads quantized tensors of at most %2</source>
        <translation>%1 liest quantisierte Tensoren mit höchstens %2</translation>
    </message>
    <message>
        <source>lies in the source as %1</source>
        <translation>liegt in der Quelle als %1</translation>
    </message>
    <message>
        <source>%1 knows nothing of ComfyUI-GGUF&apos;s orig_shape</source>
        <translation>%1 kennt orig_shape von ComfyUI-GGUF nicht</translation>
    </message>
</context>
<context>
    <name>FitText</name>
    <message>
        <source>Smallest acceptable</source>
        <translation>Kleinste brauchbare</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>Knick</translation>
    </message>
    <message>
        <source>Near-lossless</source>
        <translation>Fast verlustfrei</translation>
    </message>
    <message>
        <source>The smallest file in which every tensor reaches the floor of its width and the minimum cosine</source>
        <translation>Die kleinste Datei, in der jeder Tensor die Untergrenze seiner Breite und den Mindestkosinus erreicht</translation>
    </message>
    <message>
        <source>Where further bytes begin to buy little</source>
        <translation>Wo weitere Bytes nur noch wenig bringen</translation>
    </message>
    <message>
        <source>Ten decibels closer than 8 bits everywhere, or as near as it gets</source>
        <translation>Zehn Dezibel näher als überall 8 Bits, oder so nah wie möglich</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>A tensor counts as much as it has weights: the usual choice</source>
        <translation>Ein Tensor zählt so viel, wie er Gewichte hat: die übliche Wahl</translation>
    </message>
    <message>
        <source>Large values count more: errors are added up as they are</source>
        <translation>Große Werte zählen mehr: Fehler werden addiert, wie sie sind</translation>
    </message>
    <message>
        <source>Every tensor counts alike, however small it is</source>
        <translation>Jeder Tensor zählt gleich, so klein er auch ist</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 Bytes)</translation>
    </message>
    <message>
        <source>%1, %2 of the source</source>
        <translation>%1, %2 der Quelle</translation>
    </message>
    <message>
        <source>no error</source>
        <translation>kein Fehler</translation>
    </message>
    <message>
        <source>error %1 (%2)</source>
        <translation>Fehler %1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>size, error</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, place</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) locked by you</source>
        <translation>
            <numerusform>%n Zeile von Ihnen gesperrt</numerusform>
            <numerusform>%n Zeilen von Ihnen gesperrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept by lists and rules</source>
        <translation>
            <numerusform>%n durch Listen und Regeln bestimmt</numerusform>
            <numerusform>%n durch Listen und Regeln bestimmt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Arrow IPC table</source>
        <translation>Arrow-IPC-Tabelle</translation>
    </message>
    <message>
        <source>Diffusers folder</source>
        <translation>Diffusers-Ordner</translation>
    </message>
    <message>
        <source>GGUF</source>
        <translation>GGUF</translation>
    </message>
    <message>
        <source>Safetensors</source>
        <translation>Safetensors</translation>
    </message>
    <message>
        <source>Sharded model</source>
        <translation>Aufgeteiltes Modell</translation>
    </message>
    <message>
        <source>PyTorch checkpoint</source>
        <translation>PyTorch-Checkpoint</translation>
    </message>
    <message>
        <source>Arrow IPC stream</source>
        <translation>Arrow-IPC-Strom</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>bits per weight (bpw)</source>
        <translation>Bits pro Gewicht (bpw)</translation>
    </message>
    <message>
        <source>All bytes that are written × 8 ÷ weights, scales included: what a type really costs. Q4_K has codes of 4 bits and takes 4.5 bits per weight.</source>
        <translation>Alle geschriebenen Bytes × 8 ÷ Gewichte, mit Skalen: was ein Typ wirklich kostet. Q4_K hat Codes von 4 Bits und braucht 4,5 Bits pro Gewicht.</translation>
    </message>
    <message>
        <source>block, group</source>
        <translation>Block, Gruppe</translation>
    </message>
    <message>
        <source>Neighbouring weights of a row that share a scale. The smaller it is, the closer the result, and the more the scales cost. The blocks of GGUF have a fixed size; a row must be whole blocks.</source>
        <translation>Benachbarte Gewichte einer Zeile, die sich eine Skala teilen. Je kleiner, desto näher das Ergebnis und desto teurer die Skalen. Die Blöcke von GGUF haben eine feste Größe; eine Zeile muss aus ganzen Blöcken bestehen.</translation>
    </message>
    <message>
        <source>scale, zero point</source>
        <translation>Skala, Nullpunkt</translation>
    </message>
    <message>
        <source>A weight is read back as scale × (code − zero point). Symmetric types have no zero point.</source>
        <translation>Ein Gewicht wird als Skala × (Code − Nullpunkt) zurückgelesen. Symmetrische Typen haben keinen Nullpunkt.</translation>
    </message>
    <message>
        <source>_0, _1</source>
        <translation>_0, _1</translation>
    </message>
    <message>
        <source>The simple types of ggml: blocks of 32 with a scale (_0), or with a scale and a minimum (_1).</source>
        <translation>Die einfachen Typen von ggml: Blöcke von 32 mit einer Skala (_0) oder mit Skala und Minimum (_1).</translation>
    </message>
    <message>
        <source>_K</source>
        <translation>_K</translation>
    </message>
    <message>
        <source>Blocks of 256 with small blocks inside, whose scales are themselves quantized. Closer than the simple types of the same size.</source>
        <translation>Blöcke von 256 mit kleinen Blöcken darin, deren Skalen selbst quantisiert sind. Näher am Original als die einfachen Typen gleicher Größe.</translation>
    </message>
    <message>
        <source>IQ</source>
        <translation>IQ</translation>
    </message>
    <message>
        <source>The codes stand for levels that are not evenly spaced, denser around zero.</source>
        <translation>Die Codes stehen für ungleich verteilte Stufen, dichter um null.</translation>
    </message>
    <message>
        <source>_S, _M, _L</source>
        <translation>_S, _M, _L</translation>
    </message>
    <message>
        <source>A recipe that mixes types: layers that suffer more get a larger one. The bits per weight are where it begins.</source>
        <translation>Ein Rezept, das Typen mischt: Schichten, die mehr leiden, bekommen einen größeren. Die Bits pro Gewicht sind der Anfangswert.</translation>
    </message>
    <message>
        <source>importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>How much each input of a layer mattered in a calibration run; what matters is kept close.</source>
        <translation>Wie wichtig jede Eingabe einer Schicht in einem Kalibrierungslauf war; Wichtiges bleibt genau.</translation>
    </message>
    <message>
        <source>%1 and its scales</source>
        <translation>%1 und die Skalen</translation>
    </message>
    <message>
        <source>a group of your choice</source>
        <translation>eine Gruppe Ihrer Wahl</translation>
    </message>
    <message>
        <source>ArrowQuant, Arrow libraries</source>
        <translation>ArrowQuant, Arrow-Bibliotheken</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation>Bits pro Gewicht</translation>
    </message>
    <message>
        <source>weights of a block</source>
        <translation>Gewichte eines Blocks</translation>
    </message>
    <message>
        <source>loaded by</source>
        <translation>wird geladen von</translation>
    </message>
    <message>
        <source>word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>How weights are stored. The number in a name is the bits of one code; scales come on top, so Q4_K takes 4.5 bits per weight. _K types and larger numbers are closer to the source; _S, _M and _L mix types.</source>
        <translation>Wie Gewichte gespeichert werden. Die Zahl im Namen sind die Bits eines Codes; Skalen kommen hinzu, daher braucht Q4_K 4,5 Bits pro Gewicht. _K-Typen und größere Zahlen sind näher an der Quelle; _S, _M und _L mischen Typen.</translation>
    </message>
    <message>
        <source>All types, and which programs load them</source>
        <translation>Alle Typen, und welche Programme sie laden</translation>
    </message>
</context>
<context>
    <name>JobActions</name>
    <message>
        <source>Show &amp;report</source>
        <translation>Be&amp;richt zeigen</translation>
    </message>
    <message>
        <source>How close the result is (Enter)</source>
        <translation>Wie nah das Ergebnis am Original ist (Eingabe)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Save the validated file</source>
        <translation>Geprüfte Datei speichern</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Or&amp;dner öffnen</translation>
    </message>
    <message>
        <source>Open the folder of the exported file</source>
        <translation>Ordner der exportierten Datei öffnen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Stop for now; what is done stays done (Space)</source>
        <translation>Vorerst anhalten; Erledigtes bleibt erledigt (Leertaste)</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Go on where it was (Space)</source>
        <translation>An derselben Stelle fortfahren (Leertaste)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>End the job; nothing it has written is kept</source>
        <translation>Auftrag beenden; nichts von ihm Geschriebenes bleibt</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>Run the job again from its beginning</source>
        <translation>Auftrag noch einmal von vorn ausführen</translation>
    </message>
    <message>
        <source>Use the &amp;model as it is now</source>
        <translation>&amp;Modell nehmen, wie es jetzt ist</translation>
    </message>
    <message>
        <source>The file has changed since it was queued: take it all the same</source>
        <translation>Die Datei hat sich seit dem Einreihen geändert: trotzdem nehmen</translation>
    </message>
    <message>
        <source>E&amp;dit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>Change the job&apos;s plan on the Plan page</source>
        <translation>Plan des Auftrags auf der Seite „Plan“ ändern</translation>
    </message>
    <message>
        <source>Move to t&amp;op</source>
        <translation>&amp;Ganz nach oben</translation>
    </message>
    <message>
        <source>Take the job before all others</source>
        <translation>Diesen Auftrag vor allen anderen nehmen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Take the job earlier</source>
        <translation>Diesen Auftrag früher nehmen</translation>
    </message>
    <message>
        <source>Move dow&amp;n</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Take the job later</source>
        <translation>Diesen Auftrag später nehmen</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>Take the job off the list</source>
        <translation>Auftrag aus der Liste nehmen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>hint (shortcut)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Select a job first</source>
        <translation>Wählen Sie zuerst einen Auftrag</translation>
    </message>
    <message>
        <source>Select one job only</source>
        <translation>Wählen Sie nur einen Auftrag</translation>
    </message>
    <message>
        <source>The job is the first</source>
        <translation>Der Auftrag ist der erste</translation>
    </message>
    <message>
        <source>The job is the last</source>
        <translation>Der Auftrag ist der letzte</translation>
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
    <name>ModelFilters</name>
    <message>
        <source>Models (%1)</source>
        <translation>Modelle (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>NamedRecipes</name>
    <message>
        <source>Eight bits: hardly to be told from the original.</source>
        <translation>Acht Bits: vom Original kaum zu unterscheiden.</translation>
    </message>
    <message>
        <source>Six bits: close to Q8_0 in three quarters of the space.</source>
        <translation>Sechs Bits: nahe an Q8_0 auf drei Vierteln des Platzes.</translation>
    </message>
    <message>
        <source>Five bits, values and fused attention in six.</source>
        <translation>Fünf Bits, Values und zusammengefasste Attention in sechs.</translation>
    </message>
    <message>
        <source>Five bits.</source>
        <translation>Fünf Bits.</translation>
    </message>
    <message>
        <source>Five bits with a minimum per block, for readers without K types.</source>
        <translation>Fünf Bits mit einem Minimum je Block, für Programme ohne K-Typen.</translation>
    </message>
    <message>
        <source>Five bits for readers without K types.</source>
        <translation>Fünf Bits für Programme ohne K-Typen.</translation>
    </message>
    <message>
        <source>Four bits, the layers that suffer most in five and six: what most people take.</source>
        <translation>Vier Bits, die empfindlichsten Schichten in fünf und sechs: was die meisten nehmen.</translation>
    </message>
    <message>
        <source>Four bits, a few layers in five.</source>
        <translation>Vier Bits, wenige Schichten in fünf.</translation>
    </message>
    <message>
        <source>Four bits on an uneven grid, rows of any multiple of 32.</source>
        <translation>Vier Bits auf einem ungleichmäßigen Raster, Zeilen von jedem Vielfachen von 32.</translation>
    </message>
    <message>
        <source>Four bits on an uneven grid, a little smaller than Q4_K.</source>
        <translation>Vier Bits auf einem ungleichmäßigen Raster, etwas kleiner als Q4_K.</translation>
    </message>
    <message>
        <source>Four bits with a minimum per block, for readers without K types.</source>
        <translation>Vier Bits mit einem Minimum je Block, für Programme ohne K-Typen.</translation>
    </message>
    <message>
        <source>Four bits for readers without K types.</source>
        <translation>Vier Bits für Programme ohne K-Typen.</translation>
    </message>
    <message>
        <source>Three bits, the layers that suffer most in four and five.</source>
        <translation>Drei Bits, die empfindlichsten Schichten in vier und fünf.</translation>
    </message>
    <message>
        <source>Three bits, the layers that suffer most in four.</source>
        <translation>Drei Bits, die empfindlichsten Schichten in vier.</translation>
    </message>
    <message>
        <source>Three bits.</source>
        <translation>Drei Bits.</translation>
    </message>
    <message>
        <source>Two bits, attention values in three: the smallest that most programs load.</source>
        <translation>Zwei Bits, Attention-Values in drei: das Kleinste, was die meisten Programme laden.</translation>
    </message>
</context>
<context>
    <name>PictureTables</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Dekodiert</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>First channel</source>
        <translation>Erster Kanal</translation>
    </message>
    <message>
        <source>Last channel</source>
        <translation>Letzter Kanal</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Kleinster</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>RMS</source>
        <translation>RMS</translation>
    </message>
    <message>
        <source>Error (RMS)</source>
        <translation>Fehler (RMS)</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>Last row</source>
        <translation>Letzte Zeile</translation>
    </message>
    <message>
        <source>First column</source>
        <translation>Erste Spalte</translation>
    </message>
    <message>
        <source>Last column</source>
        <translation>Letzte Spalte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>How many were looked at</source>
        <translation>Wie viele betrachtet wurden</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Standard deviation around the mean</source>
        <translation>Standardabweichung um den Mittelwert</translation>
    </message>
    <message>
        <source>Kurtosis</source>
        <translation>Kurtosis</translation>
    </message>
    <message>
        <source>3 for a normal distribution; more: heavier tails</source>
        <translation>3 bei einer Normalverteilung; mehr: schwerere Ränder</translation>
    </message>
    <message>
        <source>Farther than 6 deviations of the original from its mean</source>
        <translation>Weiter als 6 Abweichungen des Originals von dessen Mittelwert</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>Weights that are exactly 0</source>
        <translation>Gewichte, die genau 0 sind</translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation>Nicht endlich</translation>
    </message>
    <message>
        <source>NaN and infinities</source>
        <translation>NaN und Unendlich</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Between original and decoded; 1: the same direction</source>
        <translation>Zwischen Original und dekodiert; 1: dieselbe Richtung</translation>
    </message>
    <message>
        <source>Rel. RMSE</source>
        <translation>Rel. RMSE</translation>
    </message>
    <message>
        <source>Error relative to the size of the weights</source>
        <translation>Fehler im Verhältnis zur Größe der Gewichte</translation>
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
        <translation>Größte Abweichung eines Gewichts</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Rows of the tensor&apos;s matrix</source>
        <translation>Zeilen der Matrix des Tensors</translation>
    </message>
    <message>
        <source>Widest</source>
        <translation>Breitester</translation>
    </message>
    <message>
        <source>With outliers</source>
        <translation>Mit Ausreißern</translation>
    </message>
    <message>
        <source>Channels, or groups of them, that have any</source>
        <translation>Kanäle oder Gruppen davon, die welche haben</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Schlechtester</translation>
    </message>
    <message>
        <source>Channel with the largest error</source>
        <translation>Kanal mit dem größten Fehler</translation>
    </message>
    <message>
        <source>Its error</source>
        <translation>Sein Fehler</translation>
    </message>
    <message>
        <source>Root of the mean squared error</source>
        <translation>Wurzel des mittleren quadratischen Fehlers</translation>
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
    <message>
        <source>%1: %2</source>
        <comment>reason: what it says</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Eingepasst</translation>
    </message>
    <message>
        <source>Chosen so that the model fits the size or the error you asked for.</source>
        <translation>So gewählt, dass das Modell die gewünschte Größe oder den gewünschten Fehler einhält.</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
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
        <translation>Symmetrie</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>Skalen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Keep 1-D tensors</source>
        <translation>1-D-Tensoren behalten</translation>
    </message>
    <message>
        <source>Keep tensors under</source>
        <translation>Tensoren behalten unter</translation>
    </message>
    <message>
        <source>Keep what the architecture needs</source>
        <translation>Behalten, was die Architektur braucht</translation>
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
        <translation>Typen nach Muster</translation>
    </message>
    <message>
        <source>Rules of the recipe</source>
        <translation>Regeln des Rezepts</translation>
    </message>
    <message>
        <source>Single tensors</source>
        <translation>Einzelne Tensoren</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>Minimum cosine</source>
        <translation>Mindestkosinus</translation>
    </message>
    <message numerus="yes">
        <source>%n elements</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>My presets</source>
        <translation>Eigene Vorlagen</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>the target</source>
        <translation>das Ziel</translation>
    </message>
    <message>
        <source>keep rules and patterns</source>
        <translation>Behalteregeln und Muster</translation>
    </message>
    <message>
        <source>tensors chosen one by one</source>
        <translation>einzeln gewählte Tensoren</translation>
    </message>
    <message>
        <source>the architecture and the importance file</source>
        <translation>die Architektur und die Wichtigkeitsdatei</translation>
    </message>
    <message>
        <source>Left as they are: %1.</source>
        <translation>Bleiben unverändert: %1.</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>2–4 GB RAM, ARM64</source>
        <translation>2–4 GB RAM, ARM64</translation>
    </message>
    <message>
        <source>8+ GB RAM, x86-64 with AVX2</source>
        <translation>ab 8 GB RAM, x86-64 mit AVX2</translation>
    </message>
    <message>
        <source>32+ GB RAM, GPU</source>
        <translation>ab 32 GB RAM, Grafikkarte</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>The order in which jobs are taken</source>
        <translation>Die Reihenfolge der Aufträge</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>The plan&apos;s name, or its default type</source>
        <translation>Der Name des Plans oder sein Standardtyp</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>The file that is written; a trial writes none</source>
        <translation>Die geschriebene Datei; ein Probelauf schreibt keine</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Bytes of the source per second</source>
        <translation>Bytes der Quelle pro Sekunde</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Size after</source>
        <translation>Größe nachher</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Relative RMSE over all quantized tensors</source>
        <translation>Relativer RMSE über alle quantisierten Tensoren</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>QueueQuestions</name>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message numerus="yes">
        <source>%n finished files are lost or replaced by this.</source>
        <translation>
            <numerusform>Dabei geht %n fertige Datei verloren oder wird ersetzt.</numerusform>
            <numerusform>Dabei gehen %n fertige Dateien verloren oder werden ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>Only a job that runs or waits can be paused</source>
        <translation>Nur ein laufender oder wartender Auftrag kann angehalten werden</translation>
    </message>
    <message>
        <source>The file is being exported</source>
        <translation>Die Datei wird exportiert</translation>
    </message>
    <message>
        <source>A trial writes no file</source>
        <translation>Ein Probelauf schreibt keine Datei</translation>
    </message>
    <message>
        <source>There is no finished file</source>
        <translation>Es gibt keine fertige Datei</translation>
    </message>
    <message>
        <source>Pause or cancel the job first</source>
        <translation>Halten Sie den Auftrag zuerst an oder brechen Sie ihn ab</translation>
    </message>
    <message>
        <source>The job is ending</source>
        <translation>Der Auftrag wird gerade beendet</translation>
    </message>
    <message>
        <source>There is a report once the job has finished</source>
        <translation>Einen Bericht gibt es, sobald der Auftrag fertig ist</translation>
    </message>
    <message>
        <source>There is no exported file</source>
        <translation>Es gibt keine exportierte Datei</translation>
    </message>
    <message>
        <source>The job is not paused</source>
        <translation>Der Auftrag ist nicht angehalten</translation>
    </message>
    <message>
        <source>The job has ended</source>
        <translation>Der Auftrag ist beendet</translation>
    </message>
    <message>
        <source>The job has not ended yet</source>
        <translation>Der Auftrag ist noch nicht beendet</translation>
    </message>
    <message>
        <source>The model is the one that was queued</source>
        <translation>Das Modell ist das eingereihte</translation>
    </message>
    <message>
        <source>Putting aside…</source>
        <translation>Wird zurückgestellt…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert…</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Below limits</source>
        <translation>Unter den Grenzen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Not exported yet</source>
        <translation>Noch nicht exportiert</translation>
    </message>
    <message>
        <source>To be exported</source>
        <translation>Noch zu exportieren</translation>
    </message>
    <message>
        <source>The file is being repaired</source>
        <translation>Die Datei wird nachgebessert</translation>
    </message>
    <message>
        <source>Repairing…</source>
        <translation>Wird nachgebessert…</translation>
    </message>
</context>
<context>
    <name>ReportPrint</name>
    <message>
        <source>Limits: cosine at least %1 for each tensor, and the floors of each bit width</source>
        <translation>Grenzen: Kosinus mindestens %1 für jeden Tensor, und die Untergrenzen jeder Bitbreite</translation>
    </message>
    <message>
        <source>Limits: cosine at least %1 for each tensor</source>
        <translation>Grenzen: Kosinus mindestens %1 für jeden Tensor</translation>
    </message>
    <message>
        <source>Validation report</source>
        <translation>Prüfbericht</translation>
    </message>
    <message>
        <source>✓ Passed</source>
        <translation>✓ Bestanden</translation>
    </message>
    <message>
        <source>✗ Not passed: %1 of %2 tensors missed a limit</source>
        <translation>✗ Nicht bestanden: %1 von %2 Tensoren verfehlten eine Grenze</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>A trial: no file was written</source>
        <translation>Ein Probelauf: Es wurde keine Datei geschrieben</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Datei: %1</translation>
    </message>
    <message>
        <source>Findings were overruled: %1</source>
        <translation>Befunde wurden übergangen: %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>✗ The file is %1 larger than was asked for</source>
        <translation>✗ Die Datei ist um %1 größer als verlangt</translation>
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
    <message>
        <source>Source size</source>
        <translation>Größe der Quelle</translation>
    </message>
    <message>
        <source>In the source file</source>
        <translation>In der Quelldatei</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>The rule of the plan that chose the scheme</source>
        <translation>Die Regel des Plans, die das Schema wählte</translation>
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
    <name>Targets</name>
    <message>
        <source>Arrow IPC table</source>
        <translation>Arrow-IPC-Tabelle</translation>
    </message>
    <message>
        <source>One row per tensor with codes, scales and zero points: for ArrowQuant and for analysis with any Arrow library.</source>
        <translation>Eine Zeile je Tensor mit Codes, Skalen und Nullpunkten: für ArrowQuant und zur Auswertung mit jeder Arrow-Bibliothek.</translation>
    </message>
    <message>
        <source>Safetensors, packed</source>
        <translation>Safetensors, gepackt</translation>
    </message>
    <message>
        <source>Packed codes, scales and zero points: the smallest file, read by ArrowQuant.</source>
        <translation>Gepackte Codes, Skalen und Nullpunkte: die kleinste Datei, von ArrowQuant gelesen.</translation>
    </message>
    <message>
        <source>Safetensors, F16 values</source>
        <translation>Safetensors, F16-Werte</translation>
    </message>
    <message>
        <source>Quantized values written as 16-bit floats: for any program that reads safetensors.</source>
        <translation>Quantisierte Werte als 16-Bit-Gleitkommazahlen: für jedes Programm, das Safetensors liest.</translation>
    </message>
    <message>
        <source>Safetensors, BF16 values</source>
        <translation>Safetensors, BF16-Werte</translation>
    </message>
    <message>
        <source>Quantized values written as bfloat16: for any program that reads safetensors.</source>
        <translation>Quantisierte Werte als bfloat16: für jedes Programm, das Safetensors liest.</translation>
    </message>
    <message>
        <source>Safetensors, F32 values</source>
        <translation>Safetensors, F32-Werte</translation>
    </message>
    <message>
        <source>Quantized values written as 32-bit floats, exactly as they decode.</source>
        <translation>Quantisierte Werte als 32-Bit-Gleitkommazahlen, genau wie dekodiert.</translation>
    </message>
    <message>
        <source>GGUF</source>
        <translation>GGUF</translation>
    </message>
    <message>
        <source>Blocks of ggml types: one file for ComfyUI-GGUF, stable-diffusion.cpp and diffusers alike.</source>
        <translation>Blöcke mit ggml-Typen: eine Datei für ComfyUI-GGUF, stable-diffusion.cpp und Diffusers gleichermaßen.</translation>
    </message>
    <message>
        <source>GGUF for ComfyUI</source>
        <translation>GGUF für ComfyUI</translation>
    </message>
    <message>
        <source>For the ComfyUI-GGUF node; convolutions of SD 1.x and SDXL are quantized too.</source>
        <translation>Für den Knoten ComfyUI-GGUF; Faltungen von SD 1.x und SDXL werden auch quantisiert.</translation>
    </message>
    <message>
        <source>GGUF for stable-diffusion.cpp</source>
        <translation>GGUF für stable-diffusion.cpp</translation>
    </message>
    <message>
        <source>For stable-diffusion.cpp; whole checkpoints as well as diffusion models.</source>
        <translation>Für stable-diffusion.cpp; ganze Checkpoints ebenso wie Diffusionsmodelle.</translation>
    </message>
    <message>
        <source>GGUF for diffusers</source>
        <translation>GGUF für Diffusers</translation>
    </message>
    <message>
        <source>For from_single_file() of the diffusers library.</source>
        <translation>Für from_single_file() der Bibliothek Diffusers.</translation>
    </message>
    <message>
        <source>GGUF for llama.cpp</source>
        <translation>GGUF für llama.cpp</translation>
    </message>
    <message>
        <source>For llama.cpp; the source has to be a GGUF file with the model&apos;s metadata.</source>
        <translation>Für llama.cpp; die Quelle muss eine GGUF-Datei mit den Metadaten des Modells sein.</translation>
    </message>
    <message>
        <source>Arrow IPC stream</source>
        <translation>Arrow-IPC-Strom</translation>
    </message>
    <message>
        <source>The same table as a stream, without an index at its end: for programs that read it while it arrives.</source>
        <translation>Dieselbe Tabelle als Strom, ohne Verzeichnis am Ende: für Programme, die sie lesen, während sie ankommt.</translation>
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
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Part of the output&apos;s weights that is in this tensor</source>
        <translation>Anteil dieses Tensors an der Ausgabe</translation>
    </message>
</context>
<context>
    <name>TrialTable</name>
    <message>
        <source>%1: size</source>
        <translation>%1: Größe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>trial, measure</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: change of size</source>
        <translation>%1: Änderung der Größe</translation>
    </message>
    <message>
        <source>Against the baseline; less than 0 is smaller</source>
        <translation>Gegen den Bezug; unter 0 ist kleiner</translation>
    </message>
    <message>
        <source>%1: change of error</source>
        <translation>%1: Änderung des Fehlers</translation>
    </message>
    <message>
        <source>Against the baseline, in the same measure</source>
        <translation>Gegen den Bezug, im selben Maß</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Data of all tensors, without headers</source>
        <translation>Daten aller Tensoren, ohne Kopf</translation>
    </message>
    <message>
        <source>Of the source</source>
        <translation>Der Quelle</translation>
    </message>
    <message>
        <source>Bits per weight</source>
        <translation>Bits pro Gewicht</translation>
    </message>
    <message>
        <source>Beaten by</source>
        <translation>Geschlagen von</translation>
    </message>
    <message>
        <source>No larger, and closer to the source</source>
        <translation>Nicht größer und näher an der Quelle</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>(outside blocks)</source>
        <translation>(außerhalb der Blöcke)</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>Cost per dB</source>
        <translation>Kosten je dB</translation>
    </message>
    <message>
        <source>Bytes for each decibel of SQNR between it and the baseline</source>
        <translation>Bytes je Dezibel SQNR zwischen dieser Einstellung und dem Bezug</translation>
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
    <name>aq::AddJobsPart</name>
    <message>
        <source>not possible</source>
        <translation>nicht möglich</translation>
    </message>
    <message>
        <source>%1, blocked by findings</source>
        <comment>size</comment>
        <translation>%1, durch Befunde verhindert</translation>
    </message>
    <message>
        <source>&amp;Add to queue…</source>
        <translation>In Warteschlan&amp;ge stellen…</translation>
    </message>
    <message>
        <source>Add &amp;variants…</source>
        <translation>&amp;Varianten hinzufügen…</translation>
    </message>
    <message>
        <source>Add &amp;models…</source>
        <translation>&amp;Modelle hinzufügen…</translation>
    </message>
    <message>
        <source>There is no plan that can be carried out</source>
        <translation>Es gibt keinen ausführbaren Plan</translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation>Öffnen Sie zuerst ein Modell</translation>
    </message>
    <message>
        <source>Quantize it when its turn comes</source>
        <translation>Quantisieren, wenn es an der Reihe ist</translation>
    </message>
    <message>
        <source>Several types of the open model at once</source>
        <translation>Mehrere Typen des geöffneten Modells auf einmal</translation>
    </message>
    <message>
        <source>Add a folder with a model</source>
        <translation>Ordner mit einem Modell hinzufügen</translation>
    </message>
    <message>
        <source>Add models</source>
        <translation>Modelle hinzufügen</translation>
    </message>
    <message>
        <source>Files exist</source>
        <translation>Dateien existieren</translation>
    </message>
    <message numerus="yes">
        <source>%n files exist already.</source>
        <translation>
            <numerusform>%n Datei existiert bereits.</numerusform>
            <numerusform>%n Dateien existieren bereits.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take other names</source>
        <translation>Andere Namen nehmen</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs were added to the queue.</source>
        <translation>
            <numerusform>%n Auftrag wurde in die Warteschlange gestellt.</numerusform>
            <numerusform>%n Aufträge wurden in die Warteschlange gestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>Warteschlange zeigen</translation>
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
    <name>aq::CompareDetails</name>
    <message>
        <source>Only those that differ</source>
        <translation>Nur die mit Unterschieden</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>Histogramme</translation>
    </message>
    <message>
        <source>What each setting makes of each tensor</source>
        <translation>Was jede Einstellung aus jedem Tensor macht</translation>
    </message>
    <message>
        <source>The values of the selected tensor, before and after</source>
        <translation>Die Werte des gewählten Tensors, vorher und nachher</translation>
    </message>
    <message>
        <source>Tensors that differ</source>
        <translation>Tensoren mit Unterschieden</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>Teil eines Namens</translation>
    </message>
    <message>
        <source>Filter tensors</source>
        <translation>Tensoren filtern</translation>
    </message>
    <message>
        <source>Tensors shown</source>
        <translation>Gezeigte Tensoren</translation>
    </message>
    <message>
        <source>Looks at the values of the selected tensor (Return)</source>
        <translation>Betrachtet die Werte des gewählten Tensors (Eingabe)</translation>
    </message>
    <message>
        <source>Show in plan</source>
        <translation>Im Plan zeigen</translation>
    </message>
    <message>
        <source>Finds the selected tensor in the table of the Plan page</source>
        <translation>Sucht den gewählten Tensor in der Tabelle der Seite „Plan“</translation>
    </message>
    <message>
        <source>Select a tensor in the table to see its values.</source>
        <translation>Wählen Sie in der Tabelle einen Tensor, um seine Werte zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) differ</source>
        <translation>
            <numerusform>%n Tensor unterscheidet sich</numerusform>
            <numerusform>%n Tensoren unterscheiden sich</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 tensors</source>
        <comment>how many are shown</comment>
        <translation>%1 von %2 Tensoren</translation>
    </message>
    <message>
        <source>Histograms of %1</source>
        <translation>Histogramme von %1</translation>
    </message>
    <message>
        <source>Details of the comparison</source>
        <translation>Einzelheiten des Vergleichs</translation>
    </message>
    <message>
        <source>What differs between the settings, tensor by tensor</source>
        <translation>Was sich zwischen den Einstellungen unterscheidet, Tensor für Tensor</translation>
    </message>
</context>
<context>
    <name>aq::ComparePage</name>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>What can be compared</source>
        <translation>Was verglichen werden kann</translation>
    </message>
    <message>
        <source>Compare the usual settings</source>
        <translation>Übliche Einstellungen vergleichen</translation>
    </message>
    <message>
        <source>Add the current plan</source>
        <translation>Aktuellen Plan hinzufügen</translation>
    </message>
    <message>
        <source>Add a finished file…</source>
        <translation>Fertige Datei hinzufügen…</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Modell öffnen…</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>Was dabei herauskommt</translation>
    </message>
    <message>
        <source>About these numbers</source>
        <translation>Über diese Zahlen</translation>
    </message>
    <message>
        <source>Error of the weights stands in for what you will see: it ranks settings well, but look at pictures before you settle.</source>
        <translation>Der Fehler der Gewichte steht für das, was Sie sehen werden: Er ordnet Einstellungen gut, aber sehen Sie sich Bilder an, bevor Sie sich festlegen.</translation>
    </message>
    <message>
        <source>Size and error</source>
        <translation>Größe und Fehler</translation>
    </message>
    <message>
        <source>Block by block</source>
        <translation>Block für Block</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>What must fit: drawn as a line, and the closest that fits is named</source>
        <translation>Was passen muss: als Linie gezeichnet; das nächste Passende wird genannt</translation>
    </message>
    <message>
        <source>as in the model</source>
        <translation>wie im Modell</translation>
    </message>
    <message>
        <source>largest change of size</source>
        <translation>größte Änderung der Größe</translation>
    </message>
    <message>
        <source>largest change of error</source>
        <translation>größte Änderung des Fehlers</translation>
    </message>
    <message>
        <source>Save comparison…</source>
        <translation>Vergleich speichern…</translation>
    </message>
    <message>
        <source>As a web page that needs no other file, or as CSV</source>
        <translation>Als Webseite, die keine andere Datei braucht, oder als CSV</translation>
    </message>
    <message>
        <source>Size to f&amp;it:</source>
        <translation>P&amp;latz:</translation>
    </message>
    <message>
        <source>&amp;Blocks:</source>
        <translation>Blö&amp;cke:</translation>
    </message>
    <message>
        <source>Compare %1</source>
        <translation>%1 vergleichen</translation>
    </message>
    <message>
        <source>Which setting is right for %1?</source>
        <translation>Welche Einstellung ist die richtige für %1?</translation>
    </message>
    <message>
        <source>Compare settings of a model</source>
        <translation>Einstellungen eines Modells vergleichen</translation>
    </message>
    <message>
        <source>Try some side by side: sizes at once, errors as soon as they are measured. Nothing is written.</source>
        <translation>Probieren Sie einige nebeneinander: Größen sofort, Fehler, sobald sie gemessen sind. Nichts wird geschrieben.</translation>
    </message>
    <message>
        <source>Open a model first; then plans, trials and finished files of it can be compared here.</source>
        <translation>Öffnen Sie zuerst ein Modell; dann lassen sich hier Pläne, Probeläufe und fertige Dateien vergleichen.</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source> KiB</source>
        <translation> KiB</translation>
    </message>
    <message>
        <source>Erro&amp;r:</source>
        <translation>Fehle&amp;r:</translation>
    </message>
</context>
<context>
    <name>aq::ComparePart</name>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Settings side by side</source>
        <translation>Einstellungen nebeneinander</translation>
    </message>
    <message>
        <source>A copy of the plan as it stands, on the Compare page</source>
        <translation>Eine Kopie des Plans, wie er ist, auf der Seite „Vergleich“</translation>
    </message>
    <message>
        <source>A file of this model that any program made</source>
        <translation>Eine Datei dieses Modells, von welchem Programm auch immer</translation>
    </message>
    <message>
        <source>There is no plan that could be added.</source>
        <translation>Es gibt keinen Plan, der hinzugefügt werden könnte.</translation>
    </message>
    <message>
        <source>Add a finished file of this model</source>
        <translation>Fertige Datei dieses Modells hinzufügen</translation>
    </message>
    <message>
        <source>%1-comparison.html</source>
        <translation>%1-Vergleich.html</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Vergleich speichern</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>The comparison was saved.</source>
        <translation>Der Vergleich wurde gespeichert.</translation>
    </message>
    <message>
        <source>Use plan %1</source>
        <translation>Plan %1 verwenden</translation>
    </message>
    <message>
        <source>The plan is now %1. Undo brings yours back.</source>
        <translation>Der Plan ist jetzt %1. „Rückgängig“ bringt Ihren zurück.</translation>
    </message>
    <message>
        <source>Findings stand in the way of %1. They are listed with the plan.</source>
        <translation>Befunde stehen %1 im Weg. Sie sind beim Plan aufgelistet.</translation>
    </message>
    <message>
        <source>Add pla&amp;n to comparison</source>
        <translation>Plan zum Vergleich hin&amp;zufügen</translation>
    </message>
    <message>
        <source>C&amp;ompare a finished file…</source>
        <translation>Fertige &amp;Datei vergleichen…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>profile, type</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>aq::CompareTrialsPanel</name>
    <message>
        <source>Settings to compare</source>
        <translation>Zu vergleichende Einstellungen</translation>
    </message>
    <message>
        <source>How many are compared</source>
        <translation>Wie viele verglichen werden</translation>
    </message>
    <message>
        <source>Why it was not measured</source>
        <translation>Warum nicht gemessen wurde</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a setting or a finished file to compare</source>
        <translation>Einstellung oder fertige Datei zum Vergleich hinzufügen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Use as &amp;baseline</source>
        <translation>Als &amp;Bezug verwenden</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>&amp;Cancel measuring</source>
        <translation>Messung &amp;abbrechen</translation>
    </message>
    <message>
        <source>Use this &amp;plan</source>
        <translation>Diesen &amp;Plan verwenden</translation>
    </message>
    <message>
        <source>&amp;Quantize with it…</source>
        <translation>Damit &amp;quantisieren…</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach un&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Measure all</source>
        <translation>Alle messen</translation>
    </message>
    <message>
        <source>Use this plan</source>
        <translation>Diesen Plan verwenden</translation>
    </message>
    <message>
        <source>Quantize…</source>
        <translation>Quantisieren…</translation>
    </message>
    <message>
        <source>With the selected setting</source>
        <translation>Mit der gewählten Einstellung</translation>
    </message>
    <message>
        <source>Tick two to four to compare them.</source>
        <translation>Kreuzen Sie zwei bis vier an, um sie zu vergleichen.</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 compared; you can tick up to four.</source>
        <translation>
            <numerusform>%n von %1 verglichen; bis zu vier sind möglich.</numerusform>
            <numerusform>%n von %1 verglichen; bis zu vier sind möglich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Four are compared, as many as can be told apart. Untick one to tick another.</source>
        <translation>Vier werden verglichen, mehr lassen sich nicht unterscheiden. Nehmen Sie einen Haken weg, um einen anderen zu setzen.</translation>
    </message>
    <message>
        <source>The current &amp;plan</source>
        <translation>Der aktuelle &amp;Plan</translation>
    </message>
    <message>
        <source>The &amp;usual: %1</source>
        <translation>Die ü&amp;blichen: %1</translation>
    </message>
    <message>
        <source>A finished &amp;file…</source>
        <translation>Eine fertige &amp;Datei…</translation>
    </message>
    <message>
        <source>A copy of the plan as it stands</source>
        <translation>Eine Kopie des Plans, wie er ist</translation>
    </message>
    <message>
        <source>This file was made by another program: there is no plan to use.</source>
        <translation>Diese Datei stammt von einem anderen Programm: Es gibt keinen Plan dazu.</translation>
    </message>
    <message>
        <source>Select a setting first.</source>
        <translation>Wählen Sie zuerst eine Einstellung.</translation>
    </message>
    <message>
        <source>Puts it on the Plan page; Undo brings yours back</source>
        <translation>Bringt ihn auf die Seite „Plan“; „Rückgängig“ holt Ihren zurück</translation>
    </message>
    <message>
        <source>Writes a file with this setting</source>
        <translation>Schreibt eine Datei mit dieser Einstellung</translation>
    </message>
    <message>
        <source>Measure all %1</source>
        <translation>Alle %1 messen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Works out the error of every tensor; nothing is written</source>
        <translation>Ermittelt den Fehler jedes Tensors; nichts wird geschrieben</translation>
    </message>
    <message>
        <source>All of them are measured, or are about to be.</source>
        <translation>Alle sind gemessen oder werden es gleich.</translation>
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
        <translation>B&amp;its:</translation>
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
    <message>
        <source>Raise tensors that miss a limit</source>
        <translation>Tensoren anheben, die eine Grenze verfehlen</translation>
    </message>
    <message>
        <source>After the run, tensors below their floor or the minimum cosine get more bits and are written again, within the size that is wished for</source>
        <translation>Nach dem Lauf bekommen Tensoren unter ihrer Untergrenze oder dem Mindestkosinus mehr Bits und werden neu geschrieben, innerhalb der gewünschten Größe</translation>
    </message>
    <message>
        <source>Leave tensors that miss a limit</source>
        <translation>Tensoren lassen, die eine Grenze verfehlen</translation>
    </message>
</context>
<context>
    <name>aq::DifferenceModel</name>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>number, trial</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>aq::DivergingBars</name>
    <message>
        <source>(outside blocks)</source>
        <translation>(außerhalb der Blöcke)</translation>
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
    <message>
        <source>◂ smaller</source>
        <translation>◂ kleiner</translation>
    </message>
    <message>
        <source>larger ▸</source>
        <translation>größer ▸</translation>
    </message>
    <message>
        <source>%1, up to %2</source>
        <comment>measure, change</comment>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>◂ closer</source>
        <translation>◂ näher</translation>
    </message>
    <message>
        <source>farther ▸</source>
        <translation>weiter weg ▸</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
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
    <name>aq::EditJobPart</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Editing %1 of the queue.</source>
        <translation>%1 aus der Warteschlange wird bearbeitet.</translation>
    </message>
    <message>
        <source>Update job</source>
        <translation>Auftrag aktualisieren</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>So lassen, wie er war</translation>
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
    <message>
        <source>What the plan comes to: size and bits per weight are exact. Try measures the error and writes nothing; Quantize writes the file and checks it.</source>
        <translation>Was der Plan ergibt: Größe und Bits pro Gewicht sind exakt. „Probieren“ misst den Fehler und schreibt nichts; „Quantisieren“ schreibt die Datei und prüft sie.</translation>
    </message>
</context>
<context>
    <name>aq::FilesPage</name>
    <message>
        <source>about the workspace folder</source>
        <translation>über den Arbeitsordner</translation>
    </message>
    <message>
        <source>about the name</source>
        <translation>über den Namen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Take a free name</source>
        <translation>Freien Namen nehmen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>Choose the workspace folder</source>
        <translation>Arbeitsordner wählen</translation>
    </message>
    <message>
        <source>Files are kept here until they are exported; empty: with the program&apos;s data</source>
        <translation>Hier liegen Dateien, bis sie exportiert sind; leer: bei den Daten des Programms</translation>
    </message>
    <message>
        <source>&amp;Workspace folder:</source>
        <translation>&amp;Arbeitsordner:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>Datei&amp;name:</translation>
    </message>
    <message>
        <source>{model}, {recipe}, {target} and {ext} are filled in; empty: the usual name</source>
        <translation>{model}, {recipe}, {target} und {ext} werden ersetzt; leer: der übliche Name</translation>
    </message>
    <message>
        <source>&amp;If the file exists:</source>
        <translation>Wenn die Datei &amp;existiert:</translation>
    </message>
    <message>
        <source>Of files that jobs write</source>
        <translation>Für Dateien, die Aufträge schreiben</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>For instance %1</source>
        <translation>Zum Beispiel %1</translation>
    </message>
</context>
<context>
    <name>aq::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
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
    <message>
        <source>Part of a name, or blocks.*.attn?</source>
        <translation>Teil eines Namens oder blocks.*.attn?</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>The text is a regular expression, found anywhere in the name (re:)</source>
        <translation>Der Text ist ein regulärer Ausdruck, irgendwo im Namen (re:)</translation>
    </message>
    <message>
        <source>what is wrong with the filter</source>
        <translation>was am Filter nicht stimmt</translation>
    </message>
    <message>
        <source>Error above</source>
        <translation>Fehler über</translation>
    </message>
    <message>
        <source>Tensors whose measured error is larger than the number beside</source>
        <translation>Tensoren, deren gemessener Fehler größer ist als die Zahl daneben</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation>Relativer RMSE</translation>
    </message>
    <message>
        <source>The table is not filtered by this: %1</source>
        <translation>Die Tabelle wird damit nicht gefiltert: %1</translation>
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
    <message>
        <source>What the program that the file is for would stumble over. Choose one to see its tensor, why it matters, and how it can be repaired.</source>
        <translation>Worüber das Programm stolpern würde, für das die Datei gedacht ist. Wählen Sie einen Befund, um Tensor, Grund und Abhilfe zu sehen.</translation>
    </message>
</context>
<context>
    <name>aq::FitChanges</name>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>More or fewer bytes than before</source>
        <translation>Mehr oder weniger Bytes als vorher</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Relative RMSE of the tensor, before and after</source>
        <translation>Relativer RMSE des Tensors, vorher und nachher</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>error before, after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>What the change adds to the total error</source>
        <translation>Was die Änderung dem Gesamtfehler hinzufügt</translation>
    </message>
    <message>
        <source>Nothing to compare with yet.</source>
        <translation>Noch nichts zum Vergleichen.</translation>
    </message>
    <message>
        <source>No type has changed.</source>
        <translation>Kein Typ hat sich geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln type(s) changed: %1</source>
        <translation>
            <numerusform>%Ln Typ geändert: %1</numerusform>
            <numerusform>%Ln Typen geändert: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>since the plan before</source>
        <translation>seit dem Plan davor</translation>
    </message>
    <message>
        <source>since the last point</source>
        <translation>seit dem letzten Punkt</translation>
    </message>
    <message>
        <source>What the changes are relative to</source>
        <translation>Worauf sich die Änderungen beziehen</translation>
    </message>
    <message>
        <source>what changed in all</source>
        <translation>was sich insgesamt geändert hat</translation>
    </message>
    <message>
        <source>Changed tensors</source>
        <translation>Geänderte Tensoren</translation>
    </message>
    <message>
        <source>Return or a double click shows the tensor in the plan</source>
        <translation>Eingabe oder ein Doppelklick zeigt den Tensor im Plan</translation>
    </message>
</context>
<context>
    <name>aq::FitChart</name>
    <message>
        <source>Size of the file, and its share of the source</source>
        <translation>Größe der Datei und ihr Anteil an der Quelle</translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation>Relativer RMSE</translation>
    </message>
    <message>
        <source>Best for its size</source>
        <translation>Das Beste für die Größe</translation>
    </message>
    <message>
        <source>This plan</source>
        <translation>Dieser Plan</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Same type everywhere</source>
        <translation>Überall derselbe Typ</translation>
    </message>
    <message>
        <source>Error against size, from %1 to %2.</source>
        <translation>Fehler über der Größe, von %1 bis %2.</translation>
    </message>
    <message>
        <source>This plan: %1, %2.</source>
        <translation>Dieser Plan: %1, %2.</translation>
    </message>
</context>
<context>
    <name>aq::FitControls</name>
    <message>
        <source>Size at most:</source>
        <translation>Größe höchstens:</translation>
    </message>
    <message>
        <source>Error at most:</source>
        <translation>Fehler höchstens:</translation>
    </message>
    <message>
        <source>Size at most</source>
        <translation>Größe höchstens</translation>
    </message>
    <message>
        <source>Of the written file, header included</source>
        <translation>Der geschriebenen Datei, mit Kopf</translation>
    </message>
    <message>
        <source>Error at most</source>
        <translation>Fehler höchstens</translation>
    </message>
    <message>
        <source>Relative RMSE of all weights; the smallest file is looked for</source>
        <translation>Relativer RMSE aller Gewichte; gesucht wird die kleinste Datei</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Größe der Datei</translation>
    </message>
    <message>
        <source>The best types for every size, as you drag</source>
        <translation>Die besten Typen für jede Größe, während Sie ziehen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>share of the source</source>
        <translation>Anteil an der Quelle</translation>
    </message>
    <message>
        <source>why nothing fits</source>
        <translation>warum nichts passt</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source> KiB</source>
        <translation> KiB</translation>
    </message>
    <message>
        <source>%1 of the source</source>
        <translation>%1 der Quelle</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>size, share of the source</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nothing is so close. The least error is %1.</source>
        <translation>Nichts ist so nah. Der kleinste Fehler ist %1.</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>This cannot fit. The smallest file has %1.</source>
        <translation>Das passt nicht. Die kleinste Datei hat %1.</translation>
    </message>
</context>
<context>
    <name>aq::FitPanel</name>
    <message>
        <source>Best for its size</source>
        <translation>Das Beste für die Größe</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Same type everywhere</source>
        <translation>Überall derselbe Typ</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
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
        <source>Relative RMSE</source>
        <translation>Relativer RMSE</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Measures what every type costs every tensor of this model, once. Then any size is a matter of a moment: the types are chosen so that the whole error is as small as it can be.</source>
        <translation>Misst einmal, was jeder Typ jeden Tensor dieses Modells kostet. Danach ist jede Größe eine Sache von Augenblicken: die Typen werden so gewählt, dass der ganze Fehler so klein wie möglich ist.</translation>
    </message>
    <message>
        <source>Fit to a size</source>
        <translation>Auf eine Größe einpassen</translation>
    </message>
    <message>
        <source>what fitting does</source>
        <translation>was das Einpassen tut</translation>
    </message>
    <message>
        <source>how far the measurement is</source>
        <translation>wie weit die Messung ist</translation>
    </message>
    <message>
        <source>Measure sensitivity</source>
        <translation>Empfindlichkeit messen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the measurement</source>
        <translation>Messung abbrechen</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>The lowest error for every size of the file. Point at it, or use the arrow keys, to read single values; a click or Return takes the size. Triangles and squares use the same type everywhere.</source>
        <translation>Der kleinste Fehler für jede Größe der Datei. Zeigen Sie darauf oder benutzen Sie die Pfeiltasten, um einzelne Werte zu lesen; ein Klick oder die Eingabetaste nimmt die Größe. Dreiecke und Quadrate nehmen überall denselben Typ.</translation>
    </message>
    <message>
        <source>Size and error of the fit</source>
        <translation>Größe und Fehler der Einpassung</translation>
    </message>
    <message>
        <source>size of the file</source>
        <translation>Größe der Datei</translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation>Bits pro Gewicht</translation>
    </message>
    <message>
        <source>error of all weights</source>
        <translation>Fehler aller Gewichte</translation>
    </message>
    <message>
        <source>tensors below a limit</source>
        <translation>Tensoren unter einer Grenze</translation>
    </message>
    <message>
        <source>what was measured</source>
        <translation>was gemessen wurde</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Größe:</translation>
    </message>
    <message>
        <source>Bits per weight:</source>
        <translation>Bits pro Gewicht:</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>Fehler:</translation>
    </message>
    <message>
        <source>Worst tensor:</source>
        <translation>Schlechtester Tensor:</translation>
    </message>
    <message>
        <source>Below a limit:</source>
        <translation>Unter einer Grenze:</translation>
    </message>
    <message>
        <source>Weigh by:</source>
        <translation>Gewichten nach:</translation>
    </message>
    <message>
        <source>Suggested sizes</source>
        <translation>Vorgeschlagene Größen</translation>
    </message>
    <message>
        <source>what is not fitted</source>
        <translation>was nicht eingepasst wird</translation>
    </message>
    <message>
        <source>about the measurement</source>
        <translation>über die Messung</translation>
    </message>
    <message>
        <source>Measure all of it</source>
        <translation>Alles messen</translation>
    </message>
    <message>
        <source>Reads every weight; takes longer</source>
        <translation>Liest jedes Gewicht; dauert länger</translation>
    </message>
    <message>
        <source>Stop fitting</source>
        <translation>Einpassen beenden</translation>
    </message>
    <message>
        <source>The plan goes back to its types without the fit</source>
        <translation>Der Plan kehrt zu seinen Typen ohne Einpassung zurück</translation>
    </message>
    <message>
        <source>what the error stands for</source>
        <translation>wofür der Fehler steht</translation>
    </message>
    <message>
        <source>The error of the weights stands in for the quality of pictures; it is not the picture itself. Look at pictures before you settle.</source>
        <translation>Der Fehler der Gewichte steht für die Qualität der Bilder, er ist nicht das Bild selbst. Sehen Sie sich Bilder an, bevor Sie sich entscheiden.</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>Öffnen Sie zuerst ein Modell.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensor(s) have a choice of types; %1 are measured in all.</source>
        <translation>
            <numerusform>%Ln Tensor hat eine Wahl der Typen; gemessen werden insgesamt %1.</numerusform>
            <numerusform>%Ln Tensoren haben eine Wahl der Typen; gemessen werden insgesamt %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>suggestion, size</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>error, in decibels</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Shows %1 in the table of the plan</source>
        <translation>Zeigt %1 in der Tabelle des Plans</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tensor, error</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>none: every tensor reaches its floor</source>
        <translation>keiner: jeder Tensor erreicht seine Untergrenze</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensor(s) below a floor or the minimum cosine</source>
        <translation>
            <numerusform>%Ln Tensor unter einer Untergrenze oder dem Mindestkosinus</numerusform>
            <numerusform>%Ln Tensoren unter einer Untergrenze oder dem Mindestkosinus</numerusform>
        </translation>
    </message>
    <message>
        <source>Of large tensors a sample was measured, evenly spread.</source>
        <translation>Von großen Tensoren wurde eine gleichmäßig verteilte Stichprobe gemessen.</translation>
    </message>
</context>
<context>
    <name>aq::FitPart</name>
    <message>
        <source>Fit to a size</source>
        <translation>Auf eine Größe einpassen</translation>
    </message>
    <message>
        <source>&amp;Fit to a size</source>
        <translation>&amp;Auf eine Größe einpassen</translation>
    </message>
    <message>
        <source>Fit to a &amp;size…</source>
        <translation>Auf eine &amp;Größe einpassen…</translation>
    </message>
    <message>
        <source>The best types for a file of the size that you choose</source>
        <translation>Die besten Typen für eine Datei der Größe, die Sie wählen</translation>
    </message>
</context>
<context>
    <name>aq::FitRefine</name>
    <message>
        <source>Best so far</source>
        <translation>Bisher Bestes</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Verfeinern</translation>
    </message>
    <message>
        <source>Worst tensor</source>
        <translation>Schlechtester Tensor</translation>
    </message>
    <message>
        <source>Worst block</source>
        <translation>Schlechtester Block</translation>
    </message>
    <message>
        <source>Missed limits</source>
        <translation>Verfehlte Grenzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Makes the error of the worst tensor small as well</source>
        <translation>Macht auch den Fehler des schlechtesten Tensors klein</translation>
    </message>
    <message>
        <source>Makes the summed error of the worst block small as well</source>
        <translation>Macht auch die Fehlersumme des schlechtesten Blocks klein</translation>
    </message>
    <message>
        <source>Makes tensors below their limits fewer as well</source>
        <translation>Macht auch Tensoren unter ihren Grenzen weniger</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>Startwert </translation>
    </message>
    <message>
        <source>The same seed gives the same answer</source>
        <translation>Derselbe Startwert gibt dieselbe Antwort</translation>
    </message>
    <message>
        <source>Searches by evolution, from the answer that there is</source>
        <translation>Sucht durch Evolution, von der vorhandenen Antwort aus</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>Cancel the search</source>
        <translation>Suche abbrechen</translation>
    </message>
    <message>
        <source>what the search found</source>
        <translation>was die Suche fand</translation>
    </message>
    <message>
        <source>Looks for a mix of the same size that is better in more than the total error. It never takes a worse one.</source>
        <translation>Sucht eine Mischung derselben Größe, die in mehr als dem Gesamtfehler besser ist. Eine schlechtere wird nie genommen.</translation>
    </message>
    <message>
        <source>Fit to a size first: the search begins with the answer</source>
        <translation>Passen Sie zuerst auf eine Größe ein: die Suche beginnt mit der Antwort</translation>
    </message>
</context>
<context>
    <name>aq::Fitting</name>
    <message>
        <source>Fit to %1</source>
        <translation>Auf %1 einpassen</translation>
    </message>
    <message>
        <source>Fit to an error of %1</source>
        <translation>Auf einen Fehler von %1 einpassen</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Forget what was fitted</source>
        <translation>Eingepasstes vergessen</translation>
    </message>
    <message>
        <source>Stop fitting</source>
        <translation>Einpassen beenden</translation>
    </message>
    <message>
        <source>Weigh the error otherwise</source>
        <translation>Fehler anders gewichten</translation>
    </message>
    <message>
        <source>Cancelled; the plan is as it was.</source>
        <translation>Abgebrochen; der Plan ist, wie er war.</translation>
    </message>
    <message>
        <source>Nothing better was found; the plan is as it was.</source>
        <translation>Nichts Besseres gefunden; der Plan ist, wie er war.</translation>
    </message>
    <message numerus="yes">
        <source>Better by %1 after %n generation(s).</source>
        <translation>
            <numerusform>Um %1 besser nach %n Generation.</numerusform>
            <numerusform>Um %1 besser nach %n Generationen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Refine the fit</source>
        <translation>Einpassung verfeinern</translation>
    </message>
</context>
<context>
    <name>aq::GeneralPage</name>
    <message>
        <source>about the language</source>
        <translation>über die Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>When all jobs have ended</source>
        <translation>Wenn alle Aufträge beendet sind</translation>
    </message>
    <message>
        <source>When a job has ended</source>
        <translation>Wenn ein Auftrag beendet ist</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Farbschema:</translation>
    </message>
    <message>
        <source>Shown at once</source>
        <translation>Wird sofort gezeigt</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Of menus, texts and numbers</source>
        <translation>Von Menüs, Texten und Zahlen</translation>
    </message>
    <message>
        <source>&amp;Notify:</source>
        <translation>&amp;Benachrichtigen:</translation>
    </message>
    <message>
        <source>Only while the window is in the background</source>
        <translation>Nur solange das Fenster im Hintergrund ist</translation>
    </message>
    <message>
        <source>&amp;Recent models:</source>
        <translation>&amp;Letzte Modelle:</translation>
    </message>
    <message>
        <source>How many are remembered; pinned ones always are</source>
        <translation>Wie viele gemerkt werden; angeheftete immer</translation>
    </message>
    <message>
        <source>Used from the next start of ArrowQuant on.</source>
        <translation>Gilt ab dem nächsten Start von ArrowQuant.</translation>
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
        <source>To the values that the profile sets</source>
        <translation>Zu den Werten, die das Profil setzt</translation>
    </message>
    <message>
        <source>Three ways to begin, with their size on this model: Edge is the smallest, Cloud the closest. Everything below can be changed then.</source>
        <translation>Drei Ausgangspunkte mit ihrer Größe bei diesem Modell: Edge ist am kleinsten, Cloud am nächsten am Original. Danach ist unten alles änderbar.</translation>
    </message>
    <message>
        <source>Customi&amp;ze…</source>
        <translation>Anpa&amp;ssen…</translation>
    </message>
    <message>
        <source>Fit to a size…</source>
        <translation>Auf eine Größe einpassen…</translation>
    </message>
    <message>
        <source>The best types for a file of the size that you choose</source>
        <translation>Die besten Typen für eine Datei der Größe, die Sie wählen</translation>
    </message>
</context>
<context>
    <name>aq::GuideView</name>
    <message>
        <source>%1 (%2)</source>
        <comment>hint (shortcut)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Benutzerhandbuch</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>search result</source>
        <translation>Suchergebnis</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriger</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>aq::HeatMapView</name>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Dekodiert</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>Rows %1, columns %2: %3</source>
        <translation>Zeilen %1, Spalten %2: %3</translation>
    </message>
    <message>
        <source>Rows %1, columns %2: %3, decoded %4, error %5</source>
        <translation>Zeilen %1, Spalten %2: %3, dekodiert %4, Fehler %5</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>Heat maps of rows %1 and columns %2; values from %3 to %4, largest error %5</source>
        <translation>Heatmaps der Zeilen %1 und Spalten %2; Werte von %3 bis %4, größter Fehler %5</translation>
    </message>
</context>
<context>
    <name>aq::HelpPart</name>
    <message>
        <source>The table lists every tensor with the type it will get and why. At the right stands what you wish: a profile or a type, rules for names, and what is kept as it is. Every step can be undone.</source>
        <translation>Die Tabelle listet jeden Tensor mit dem Typ, den er bekommt, und warum. Rechts steht, was Sie wünschen: ein Profil oder ein Typ, Regeln für Namen, und was unverändert bleibt. Jeder Schritt lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>The written file was opened again and every tensor compared with the source. Tensors that miss a limit come first; the limits can be changed.</source>
        <translation>Die geschriebene Datei wurde wieder geöffnet und jeder Tensor mit der Quelle verglichen. Tensoren, die eine Grenze verfehlen, stehen zuerst; die Grenzen sind änderbar.</translation>
    </message>
    <message>
        <source>What happened, and what you can do about it. F6 leads here, Escape closes it.</source>
        <translation>Was geschah, und was Sie tun können. F6 führt hierher, Escape schließt.</translation>
    </message>
</context>
<context>
    <name>aq::HistogramChart</name>
    <message>
        <source>Decoded − original</source>
        <translation>Dekodiert − Original</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Dekodiert</translation>
    </message>
    <message>
        <source>Outliers beyond</source>
        <translation>Ausreißer jenseits</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 bis %2: %3</translation>
    </message>
    <message>
        <source>%1 to %2: %3, decoded %4</source>
        <translation>%1 bis %2: %3, dekodiert %4</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Histogram of the errors; most are from %1</source>
        <translation>Histogramm der Fehler; die meisten sind von %1</translation>
    </message>
    <message>
        <source>Histogram of the values from %1 to %2; most are from %3; outliers: %4</source>
        <translation>Histogramm der Werte von %1 bis %2; die meisten sind von %3; Ausreißer: %4</translation>
    </message>
</context>
<context>
    <name>aq::HistogramStrip</name>
    <message>
        <source>kept as it is</source>
        <translation>bleibt unverändert</translation>
    </message>
    <message>
        <source>RMSE %1 · %2 · largest error %3</source>
        <translation>RMSE %1 · %2 · größter Fehler %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>trial, type of the tensor</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>original %1</source>
        <translation>Original %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>trial, count</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <comment>bin from, to, counts</comment>
        <translation>%1 bis %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>trial, what is known</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
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
    <name>aq::InspectorPanel</name>
    <message>
        <source>Select a tensor in the table to see its values.</source>
        <translation>Wählen Sie in der Tabelle einen Tensor, um seine Werte zu sehen.</translation>
    </message>
    <message>
        <source>tensor that is inspected</source>
        <translation>untersuchter Tensor</translation>
    </message>
    <message>
        <source>what there is to know about these numbers</source>
        <translation>was über diese Zahlen zu wissen ist</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>Wie geplant</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Wie geschrieben</translation>
    </message>
    <message>
        <source>What is decoded</source>
        <translation>Was dekodiert wird</translation>
    </message>
    <message>
        <source>Compare with what the plan would give, or with the file that was written</source>
        <translation>Vergleich mit dem, was der Plan ergäbe, oder mit der geschriebenen Datei</translation>
    </message>
    <message>
        <source>Reading the tensor</source>
        <translation>Tensor wird gelesen</translation>
    </message>
    <message>
        <source>Pictures of the tensor</source>
        <translation>Bilder des Tensors</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Numbers of the values</source>
        <translation>Zahlen zu den Werten</translation>
    </message>
    <message>
        <source>E&amp;rrors</source>
        <translation>&amp;Fehler</translation>
    </message>
    <message>
        <source>Shows how far decoded values are from the original</source>
        <translation>Zeigt, wie weit dekodierte Werte vom Original entfernt sind</translation>
    </message>
    <message>
        <source>&amp;Logarithmic</source>
        <translation>&amp;Logarithmisch</translation>
    </message>
    <message>
        <source>Counts by their logarithm: rare values are seen too</source>
        <translation>Anzahlen logarithmisch: auch seltene Werte sind zu sehen</translation>
    </message>
    <message>
        <source>Heat maps</source>
        <translation>Heatmaps</translation>
    </message>
    <message>
        <source>Cell that is pointed at</source>
        <translation>Zelle, auf die gezeigt wird</translation>
    </message>
    <message>
        <source>Numbers of the error</source>
        <translation>Zahlen zum Fehler</translation>
    </message>
    <message>
        <source>Drag or turn the wheel to zoom; Shift and drag to move.</source>
        <translation>Ziehen oder Rad drehen zum Vergrößern; Umschalt und Ziehen zum Verschieben.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Numbers of the channels</source>
        <translation>Zahlen zu den Kanälen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Cannot be quantized as planned: %1</source>
        <translation>Kann nicht wie geplant quantisiert werden: %1</translation>
    </message>
    <message>
        <source>Kept as it is: nothing is lost.</source>
        <translation>Bleibt unverändert: nichts geht verloren.</translation>
    </message>
    <message>
        <source>Numbers are of %1 evenly spaced rows of %2.</source>
        <translation>Die Zahlen sind von %1 gleichmäßig verteilten Zeilen von %2.</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>aq::InspectorPart</name>
    <message>
        <source>Tensor inspector</source>
        <translation>Tensor-Inspektor</translation>
    </message>
    <message>
        <source>Tensor &amp;inspector</source>
        <translation>Tensor-&amp;Inspektor</translation>
    </message>
    <message>
        <source>Shows the values of the selected tensor</source>
        <translation>Zeigt die Werte des gewählten Tensors</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 → %3</source>
        <translation>%1 · %2 → %3</translation>
    </message>
    <message>
        <source>%1 values are not weights: they are copied as they are.</source>
        <translation>%1-Werte sind keine Gewichte: Sie werden unverändert kopiert.</translation>
    </message>
    <message>
        <source>Select a tensor in the table of the plan to see its values.</source>
        <translation>Wählen Sie in der Tabelle des Plans einen Tensor, um seine Werte zu sehen.</translation>
    </message>
</context>
<context>
    <name>aq::JobAddDialog</name>
    <message>
        <source>Add to the queue</source>
        <translation>In die Warteschlange stellen</translation>
    </message>
    <message>
        <source>Add variants</source>
        <translation>Varianten hinzufügen</translation>
    </message>
    <message>
        <source>Add models</source>
        <translation>Modelle hinzufügen</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>In Warteschlange stellen</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Estimated size</source>
        <translation>Geschätzte Größe</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Types to add</source>
        <translation>Hinzuzufügende Typen</translation>
    </message>
    <message>
        <source>Everything else is as in the open plan.</source>
        <translation>Alles andere ist wie im geöffneten Plan.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models to add</source>
        <translation>Hinzuzufügende Modelle</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Date&amp;ien hinzufügen…</translation>
    </message>
    <message>
        <source>Add fol&amp;der…</source>
        <translation>O&amp;rdner hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Each becomes a job with the open plan; what a model does not have is left out of it.</source>
        <translation>Jedes wird ein Auftrag mit dem geöffneten Plan; was ein Modell nicht hat, fällt darin weg.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Try only: measure the error, write nothing</source>
        <translation>Nur &amp;probieren: Fehler messen, nichts schreiben</translation>
    </message>
    <message>
        <source>&amp;Keep the file in ArrowQuant until I export it</source>
        <translation>Datei in ArrowQuant &amp;behalten, bis ich sie exportiere</translation>
    </message>
    <message>
        <source>&amp;Write into a folder</source>
        <translation>In einen Ordner &amp;schreiben</translation>
    </message>
    <message>
        <source>Take another name</source>
        <translation>Anderen Namen nehmen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Ask me now</source>
        <translation>Jetzt fragen</translation>
    </message>
    <message>
        <source>{model}, {recipe}, {target} and {ext} stand for what they are</source>
        <translation>{model}, {recipe}, {target} und {ext} stehen für das, was sie benennen</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>F&amp;older:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>For example:</source>
        <translation>Zum Beispiel:</translation>
    </message>
    <message>
        <source>If the file &amp;exists:</source>
        <translation>Wenn die Datei &amp;existiert:</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Tick at least one type.</source>
        <translation>Kreuzen Sie mindestens einen Typ an.</translation>
    </message>
    <message>
        <source>Add at least one model.</source>
        <translation>Fügen Sie mindestens ein Modell hinzu.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>Give the files a name.</source>
        <translation>Geben Sie den Dateien einen Namen.</translation>
    </message>
    <message>
        <source>what is missing</source>
        <translation>was fehlt</translation>
    </message>
    <message>
        <source>example name</source>
        <translation>Beispielname</translation>
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
        <source>Stop what runs; with more jobs in the queue, asks how</source>
        <translation>Laufendes anhalten; bei weiteren Aufträgen wird gefragt, wie</translation>
    </message>
    <message>
        <source>job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>job rate</source>
        <translation>Rate des Auftrags</translation>
    </message>
</context>
<context>
    <name>aq::JobErrorList</name>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Errors of the job</source>
        <translation>Fehler des Auftrags</translation>
    </message>
    <message>
        <source>Copy errors</source>
        <translation>Fehler kopieren</translation>
    </message>
    <message>
        <source>Nothing went wrong in this job.</source>
        <translation>In diesem Auftrag ging nichts schief.</translation>
    </message>
    <message>
        <source>Kept as it is: %1</source>
        <translation>Bleibt unverändert: %1</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>Rat</translation>
    </message>
</context>
<context>
    <name>aq::JobLiveView</name>
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
        <source>No job is selected</source>
        <translation>Kein Auftrag gewählt</translation>
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
        <source>job title</source>
        <translation>Titel des Auftrags</translation>
    </message>
</context>
<context>
    <name>aq::JobLogView</name>
    <message>
        <source>Log of the job</source>
        <translation>Protokoll des Auftrags</translation>
    </message>
    <message>
        <source>What a selected job does is told here.</source>
        <translation>Hier steht, was der gewählte Auftrag tut.</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Save log…</source>
        <translation>Protokoll speichern…</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>hits in the log</source>
        <translation>Treffer im Protokoll</translation>
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
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state: outcome</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The recipe of the job cannot be read: %1</source>
        <translation>Das Rezept des Auftrags kann nicht gelesen werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiterer</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: its file is not there</source>
        <comment>state</comment>
        <translation>%1: die Datei ist nicht da</translation>
    </message>
    <message>
        <source>The report cannot be kept: %1</source>
        <translation>Der Bericht kann nicht aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>The report cannot be read: %1</source>
        <translation>Der Bericht kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Repaired: %1, %2</source>
        <translation>Repariert: %1, %2</translation>
    </message>
    <message>
        <source>The file is larger than was asked for</source>
        <translation>Die Datei ist größer als verlangt</translation>
    </message>
</context>
<context>
    <name>aq::JobTable</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>The order in which jobs are taken. Alt+Up and Alt+Down move a job, Space pauses or resumes it, Enter shows its report, Delete removes it.</source>
        <translation>Die Reihenfolge der Aufträge. Alt+Auf und Alt+Ab verschieben einen Auftrag, die Leertaste hält ihn an oder setzt ihn fort, Eingabe zeigt seinen Bericht, Entf entfernt ihn.</translation>
    </message>
</context>
<context>
    <name>aq::JobsPage</name>
    <message>
        <source>&amp;Continue on errors</source>
        <translation>Bei Fehlern f&amp;ortfahren</translation>
    </message>
    <message>
        <source>All cores (%1)</source>
        <translation>Alle Kerne (%1)</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>A tensor that fails is kept as it is, and listed</source>
        <translation>Ein Tensor, der fehlschlägt, wird unverändert behalten und aufgelistet</translation>
    </message>
    <message>
        <source>Threads and memory are shared by all jobs that run. A running job takes a change of its threads at its next tensor.</source>
        <translation>Threads und Speicher werden von allen laufenden Aufträgen geteilt. Ein laufender Auftrag übernimmt eine neue Thread-Zahl beim nächsten Tensor.</translation>
    </message>
    <message>
        <source>&amp;Threads:</source>
        <translation>&amp;Threads:</translation>
    </message>
    <message>
        <source>That all jobs together may use</source>
        <translation>Die alle Aufträge zusammen benutzen dürfen</translation>
    </message>
    <message>
        <source>&amp;Memory:</source>
        <translation>&amp;Speicher:</translation>
    </message>
    <message>
        <source>For the pieces of tensors being worked on; tables of contents come on top</source>
        <translation>Für die Tensorteile in Arbeit; Inhaltsverzeichnisse kommen hinzu</translation>
    </message>
    <message>
        <source>&amp;Jobs at once:</source>
        <translation>&amp;Aufträge zugleich:</translation>
    </message>
    <message>
        <source>More wait in the queue</source>
        <translation>Weitere warten in der Warteschlange</translation>
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
    <name>aq::LayoutPart</name>
    <message>
        <source>Go to &amp;message</source>
        <translation>Zur &amp;Meldung</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Reopen the last model at the &amp;start</source>
        <translation>Letztes Modell beim &amp;Start wieder öffnen</translation>
    </message>
</context>
<context>
    <name>aq::LogModel</name>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
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
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>aq::LogPart</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>The log was saved.</source>
        <translation>Das Protokoll wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>aq::LogView</name>
    <message>
        <source>Follow</source>
        <translation>Mitlaufen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Information and above</source>
        <translation>Information und höher</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Keep the newest line in sight</source>
        <translation>Neueste Zeile im Blick behalten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation>Gewählte Zeilen kopieren, oder alle gezeigten</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save all lines that are shown</source>
        <translation>Alle gezeigten Zeilen speichern</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empty this list; the log file stays as it is</source>
        <translation>Diese Liste leeren; die Protokolldatei bleibt</translation>
    </message>
    <message>
        <source>log is empty</source>
        <translation>Protokoll ist leer</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>No line matches the level and the search.</source>
        <translation>Keine Zeile passt zu Stufe und Suche.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Level:</source>
        <translation>Stufe:</translation>
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
        <translation>A&amp;uftrag</translation>
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
        <translation>Über &amp;ArrowQuant</translation>
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
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
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
        <source>This can go on as soon as the export has ended.</source>
        <translation>Das geht weiter, sobald der Export beendet ist.</translation>
    </message>
    <message>
        <source>Wait for the export</source>
        <translation>Auf den Export warten</translation>
    </message>
    <message>
        <source>The file is gone: its job was removed or run again</source>
        <translation>Die Datei ist weg: Ihr Auftrag wurde entfernt oder noch einmal ausgeführt</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>Aufträge laufen</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are running.</source>
        <translation>
            <numerusform>%n Auftrag läuft.</numerusform>
            <numerusform>%n Aufträge laufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is paused goes on where it was after the next start; trials begin anew.</source>
        <translation>Angehaltenes geht nach dem nächsten Start an derselben Stelle weiter; Probeläufe beginnen von vorn.</translation>
    </message>
    <message>
        <source>Another window has the queue: what does not run to its end now is lost.</source>
        <translation>Ein anderes Fenster hat die Warteschlange: Was jetzt nicht zu Ende läuft, geht verloren.</translation>
    </message>
    <message>
        <source>The window goes out of the way</source>
        <translation>Das Fenster tritt in den Hintergrund</translation>
    </message>
    <message>
        <source>Pause and resume later</source>
        <translation>Anhalten und später fortsetzen</translation>
    </message>
    <message>
        <source>Cancel the jobs</source>
        <translation>Aufträge abbrechen</translation>
    </message>
    <message>
        <source>Results are not exported</source>
        <translation>Ergebnisse sind nicht exportiert</translation>
    </message>
    <message numerus="yes">
        <source>%n finished files have not been exported.</source>
        <translation>
            <numerusform>%n fertige Datei wurde nicht exportiert.</numerusform>
            <numerusform>%n fertige Dateien wurden nicht exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep for later</source>
        <translation>Für später behalten</translation>
    </message>
    <message>
        <source>They are in the queue at the next start</source>
        <translation>Sie sind beim nächsten Start in der Warteschlange</translation>
    </message>
    <message>
        <source>Another window has the queue</source>
        <translation>Ein anderes Fenster hat die Warteschlange</translation>
    </message>
    <message>
        <source>A finished file is being exported.</source>
        <translation>Eine fertige Datei wird exportiert.</translation>
    </message>
    <message>
        <source>Show ArrowQuant</source>
        <translation>ArrowQuant zeigen</translation>
    </message>
    <message>
        <source>ArrowQuant works in the background</source>
        <translation>ArrowQuant arbeitet im Hintergrund</translation>
    </message>
    <message>
        <source>%1 has changed since it was opened.</source>
        <translation>%1 wurde seit dem Öffnen geändert.</translation>
    </message>
    <message>
        <source>Nothing was written. Open the model again; the plan&apos;s settings stay.</source>
        <translation>Es wurde nichts geschrieben. Öffnen Sie das Modell erneut; die Einstellungen des Plans bleiben.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Erneut öffnen</translation>
    </message>
    <message>
        <source>%1 – ArrowQuant</source>
        <comment>model</comment>
        <translation>%1 – ArrowQuant</translation>
    </message>
    <message>
        <source>%1 % – %2</source>
        <comment>progress of the jobs, title of the window</comment>
        <translation>%1 % – %2</translation>
    </message>
    <message>
        <source>Jobs are not finished</source>
        <translation>Aufträge sind nicht fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are not finished.</source>
        <translation>
            <numerusform>%n Auftrag ist nicht fertig.</numerusform>
            <numerusform>%n Aufträge sind nicht fertig.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is being repaired</source>
        <translation>Die Datei wird nachgebessert</translation>
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
    <name>aq::NotificationPart</name>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 is finished</source>
        <translation>%1 ist fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) finished</source>
        <translation>
            <numerusform>%n Auftrag fertig</numerusform>
            <numerusform>%n Aufträge fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed</source>
        <translation>
            <numerusform>%n Auftrag fehlgeschlagen</numerusform>
            <numerusform>%n Aufträge fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) finished.</source>
        <translation>
            <numerusform>%n Auftrag fertig.</numerusform>
            <numerusform>%n Aufträge fertig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
</context>
<context>
    <name>aq::NumberList</name>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Dekodiert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, decoded %3</source>
        <translation>%1: %2, dekodiert %3</translation>
    </message>
</context>
<context>
    <name>aq::OpenPage</name>
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
        <source>model of the figures</source>
        <translation>Modell der Zahlen</translation>
    </message>
    <message>
        <source>default preset</source>
        <translation>Standardvorlage</translation>
    </message>
    <message>
        <source>&amp;Try the sample</source>
        <translation>Beis&amp;piel probieren</translation>
    </message>
    <message>
        <source>what can be opened</source>
        <translation>was geöffnet werden kann</translation>
    </message>
    <message>
        <source>New models open with</source>
        <translation>Neue Modelle öffnen mit</translation>
    </message>
    <message>
        <source>Making the sample…</source>
        <translation>Beispiel wird erzeugt…</translation>
    </message>
    <message>
        <source>A small model with the layers of Stable Diffusion 1.5, made here</source>
        <translation>Ein kleines Modell mit den Schichten von Stable Diffusion 1.5, hier erzeugt</translation>
    </message>
    <message>
        <source>The preset “%1”</source>
        <translation>Die Vorlage „%1“</translation>
    </message>
    <message>
        <source>Size and error: of %1</source>
        <translation>Größe und Fehler: von %1</translation>
    </message>
    <message>
        <source>Open f&amp;ile…</source>
        <translation>Date&amp;i öffnen…</translation>
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
    <message>
        <source>Lock %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message numerus="yes">
        <source>Lock %Ln tensors</source>
        <translation>
            <numerusform>%Ln Tensor sperren</numerusform>
            <numerusform>%Ln Tensoren sperren</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings and findings</source>
        <translation>Einstellungen und Befunde</translation>
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
    <message>
        <source>This table says no shapes: every tensor counts as one row, and none is kept for being one-dimensional.</source>
        <translation>Diese Tabelle nennt keine Formen: Jeder Tensor gilt als eine Zeile, und keiner wird behalten, weil er eindimensional ist.</translation>
    </message>
</context>
<context>
    <name>aq::PowerPart</name>
    <message>
        <source>Whether the computer is kept awake</source>
        <translation>Ob der Rechner wach gehalten wird</translation>
    </message>
    <message>
        <source>Models are being quantized</source>
        <translation>Modelle werden quantisiert</translation>
    </message>
    <message>
        <source>Kept awake</source>
        <translation>Wach gehalten</translation>
    </message>
    <message>
        <source>The computer does not fall asleep by itself while jobs run.</source>
        <translation>Der Rechner schläft nicht von selbst ein, solange Aufträge laufen.</translation>
    </message>
    <message>
        <source>May fall asleep</source>
        <translation>Kann einschlafen</translation>
    </message>
    <message>
        <source>This desktop offers no way to keep the computer awake. If it falls asleep, the jobs go on when it wakes up.</source>
        <translation>Dieser Desktop bietet keinen Weg, den Rechner wach zu halten. Schläft er ein, geht es nach dem Aufwachen weiter.</translation>
    </message>
    <message>
        <source>The battery is at %1 %.</source>
        <translation>Der Akku ist bei %1 %.</translation>
    </message>
    <message>
        <source>Jobs that are paused now can go on later where they were.</source>
        <translation>Jetzt angehaltene Aufträge können später an derselben Stelle weitergehen.</translation>
    </message>
    <message>
        <source>Pause all jobs</source>
        <translation>Alle Aufträge anhalten</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>Weitermachen</translation>
    </message>
</context>
<context>
    <name>aq::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Shows the values as they are at first; nothing is taken before OK</source>
        <translation>Zeigt die ursprünglichen Werte; übernommen wird erst mit OK</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>page: problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Takes the changes and stays open</source>
        <translation>Übernimmt die Änderungen und bleibt offen</translation>
    </message>
</context>
<context>
    <name>aq::PreferencesPart</name>
    <message>
        <source>A full path is needed</source>
        <translation>Ein voller Pfad ist nötig</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 ist kein Ordner</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>E&amp;instellungen…</translation>
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
        <source>The file name needs {model}: files of two models would have one name</source>
        <translation>Der Dateiname braucht {model}: Dateien zweier Modelle hätten sonst einen Namen</translation>
    </message>
    <message>
        <source>The file name must not hold folders</source>
        <translation>Der Dateiname darf keine Ordner enthalten</translation>
    </message>
</context>
<context>
    <name>aq::PresetBar</name>
    <message>
        <source>&amp;Preset:</source>
        <translation>&amp;Vorlage:</translation>
    </message>
    <message>
        <source>Save, manage and share presets</source>
        <translation>Vorlagen speichern, verwalten und weitergeben</translation>
    </message>
    <message>
        <source>Preset actions</source>
        <translation>Aktionen für Vorlagen</translation>
    </message>
    <message>
        <source>New models open with it</source>
        <translation>Neue Modelle öffnen damit</translation>
    </message>
    <message>
        <source>%1
New models open with it</source>
        <translation>%1
Neue Modelle öffnen damit</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>The plan comes from no preset of the list</source>
        <translation>Der Plan stammt aus keiner Vorlage der Liste</translation>
    </message>
    <message>
        <source>Values of the preset were changed; choose it again to go back to them</source>
        <translation>Werte der Vorlage wurden geändert; noch einmal wählen, um zu ihnen zurückzukehren</translation>
    </message>
    <message>
        <source>Values that are set together; choosing is one step</source>
        <translation>Werte, die zusammen gesetzt werden; das Wählen ist ein Schritt</translation>
    </message>
</context>
<context>
    <name>aq::PresetDialog</name>
    <message>
        <source>preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>about the preset</source>
        <translation>über die Vorlage</translation>
    </message>
    <message>
        <source>left alone</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Filter presets</source>
        <translation>Vorlagen filtern</translation>
    </message>
    <message>
        <source>What the preset sets</source>
        <translation>Was die Vorlage setzt</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Setzt</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>Set as &amp;default</source>
        <translation>Als Stan&amp;dard setzen</translation>
    </message>
    <message>
        <source>&amp;Save plan as…</source>
        <translation>Plan &amp;speichern als…</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Export &amp;all of mine…</source>
        <translation>&amp;Alle eigenen exportieren…</translation>
    </message>
    <message>
        <source>&amp;Restore built-in</source>
        <translation>Mit&amp;gelieferte wiederherstellen</translation>
    </message>
    <message>
        <source>New models open with it</source>
        <translation>Neue Modelle öffnen damit</translation>
    </message>
    <message>
        <source>No preset chosen</source>
        <translation>Keine Vorlage gewählt</translation>
    </message>
    <message>
        <source>Choose one to see what it sets.</source>
        <translation>Wählen Sie eine, um zu sehen, was sie setzt.</translation>
    </message>
    <message>
        <source>Choose a preset first</source>
        <translation>Wählen Sie zuerst eine Vorlage</translation>
    </message>
    <message>
        <source>Built-in presets stay as they are; duplicate it</source>
        <translation>Mitgelieferte Vorlagen bleiben, wie sie sind; duplizieren Sie sie</translation>
    </message>
    <message>
        <source>Takes its values, as one step</source>
        <translation>Übernimmt ihre Werte, als ein Schritt</translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation>Öffnen Sie zuerst ein Modell</translation>
    </message>
    <message>
        <source>Makes a preset of the plan as it is</source>
        <translation>Macht aus dem Plan, wie er ist, eine Vorlage</translation>
    </message>
    <message>
        <source>Gives it another name</source>
        <translation>Gibt ihr einen anderen Namen</translation>
    </message>
    <message>
        <source>Makes a preset of yours of it</source>
        <translation>Macht daraus eine eigene Vorlage</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Removes its file; this can be undone</source>
        <translation>Entfernt ihre Datei; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Takes it off the list</source>
        <translation>Nimmt sie aus der Liste</translation>
    </message>
    <message>
        <source>New models open with it already</source>
        <translation>Neue Modelle öffnen schon damit</translation>
    </message>
    <message>
        <source>Of a file with presets, a saved plan, or a recipe</source>
        <translation>Aus einer Datei mit Vorlagen, einem Plan oder einem Rezept</translation>
    </message>
    <message>
        <source>Writes it to a file, for another computer</source>
        <translation>Schreibt sie in eine Datei, für einen anderen Rechner</translation>
    </message>
    <message>
        <source>Writes all presets of yours to one file</source>
        <translation>Schreibt alle eigenen Vorlagen in eine Datei</translation>
    </message>
    <message>
        <source>There is no preset of yours yet</source>
        <translation>Es gibt noch keine eigene Vorlage</translation>
    </message>
    <message>
        <source>Lists all built-in presets again, with “Local” as the default</source>
        <translation>Listet alle mitgelieferten Vorlagen wieder, mit „Local“ als Standard</translation>
    </message>
    <message>
        <source>All built-in presets are listed, and the default is the usual one</source>
        <translation>Alle mitgelieferten Vorlagen sind gelistet, und der Standard ist der übliche</translation>
    </message>
    <message>
        <source>Dupli&amp;cate</source>
        <translation>Du&amp;plizieren</translation>
    </message>
</context>
<context>
    <name>aq::PresetSaveDialog</name>
    <message>
        <source>The &amp;target, %1</source>
        <translation>Das &amp;Ziel, %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensor(s) chosen &amp;one by one</source>
        <translation>
            <numerusform>%Ln &amp;einzeln gewählter Tensor</numerusform>
            <numerusform>%Ln &amp;einzeln gewählte Tensoren</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>What it is good for</source>
        <translation>Wofür sie gut ist</translation>
    </message>
    <message>
        <source>Without it the preset works for any target</source>
        <translation>Ohne passt die Vorlage zu jedem Ziel</translation>
    </message>
    <message>
        <source>No tensor was chosen by itself</source>
        <translation>Kein Tensor wurde einzeln gewählt</translation>
    </message>
    <message>
        <source>They fit models with the very same tensor names only</source>
        <translation>Sie passen nur zu Modellen mit genau denselben Tensornamen</translation>
    </message>
    <message>
        <source>about the name</source>
        <translation>über den Namen</translation>
    </message>
    <message>
        <source>Also holds:</source>
        <translation>Enthält auch:</translation>
    </message>
    <message>
        <source>The architecture and the importance file of this model stay out.</source>
        <translation>Architektur und Wichtigkeitsdatei dieses Modells bleiben außen vor.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>&amp;Beschreibung:</translation>
    </message>
    <message>
        <source>A preset needs a name.</source>
        <translation>Eine Vorlage braucht einen Namen.</translation>
    </message>
    <message>
        <source>The preset of this name will be replaced.</source>
        <translation>Die Vorlage dieses Namens wird ersetzt.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>aq::PresetsPart</name>
    <message>
        <source>My preset</source>
        <translation>Eigene Vorlage</translation>
    </message>
    <message>
        <source>My %1</source>
        <comment>a preset&apos;s name</comment>
        <translation>Mein %1</translation>
    </message>
    <message>
        <source>The preset “%1” is no longer listed.</source>
        <translation>Die Vorlage „%1“ ist nicht mehr gelistet.</translation>
    </message>
    <message>
        <source>The preset “%1” was deleted.</source>
        <translation>Die Vorlage „%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Import presets</source>
        <translation>Vorlagen importieren</translation>
    </message>
    <message>
        <source>Presets, plans and recipes (*.json);;All files (*)</source>
        <translation>Vorlagen, Pläne und Rezepte (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>presets</source>
        <comment>file name</comment>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Export presets</source>
        <translation>Vorlagen exportieren</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>Vorlagen (*.json)</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Wählen</translation>
    </message>
    <message>
        <source>&amp;Save preset</source>
        <translation>Vorlage &amp;speichern</translation>
    </message>
    <message>
        <source>Save as &amp;preset…</source>
        <translation>Als Vor&amp;lage speichern…</translation>
    </message>
    <message>
        <source>&amp;Revert to preset</source>
        <translation>Zur Vorlage &amp;zurück</translation>
    </message>
    <message>
        <source>Use for &amp;new models</source>
        <translation>Für &amp;neue Modelle verwenden</translation>
    </message>
    <message>
        <source>&amp;Manage presets…</source>
        <translation>Vorlagen &amp;verwalten…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln preset file(s) cannot be read and are left as they are.</source>
        <translation>
            <numerusform>%Ln Vorlagendatei kann nicht gelesen werden und bleibt, wie sie ist.</numerusform>
            <numerusform>%Ln Vorlagendateien können nicht gelesen werden und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln preset(s) were imported.</source>
        <translation>
            <numerusform>%Ln Vorlage wurde importiert.</numerusform>
            <numerusform>%Ln Vorlagen wurden importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The presets were exported.</source>
        <translation>Die Vorlagen wurden exportiert.</translation>
    </message>
    <message>
        <source>Choose preset %1</source>
        <translation>Vorlage %1 wählen</translation>
    </message>
    <message>
        <source>Its values were not changed</source>
        <translation>Ihre Werte wurden nicht geändert</translation>
    </message>
    <message>
        <source>Built-in presets stay as they are; save it under another name</source>
        <translation>Mitgelieferte Vorlagen bleiben, wie sie sind; speichern Sie unter anderem Namen</translation>
    </message>
    <message>
        <source>The plan comes from no preset</source>
        <translation>Der Plan stammt aus keiner Vorlage</translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation>Öffnen Sie zuerst ein Modell</translation>
    </message>
    <message>
        <source>Takes its values again, as one step</source>
        <translation>Übernimmt ihre Werte wieder, als ein Schritt</translation>
    </message>
    <message>
        <source>New models open with it already</source>
        <translation>Neue Modelle öffnen schon damit</translation>
    </message>
    <message>
        <source>New models open with the preset of this plan</source>
        <translation>Neue Modelle öffnen mit der Vorlage dieses Plans</translation>
    </message>
    <message>
        <source>Prese&amp;ts</source>
        <translation>&amp;Vorlagen</translation>
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
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>expected error on this model: %1</source>
        <translation>erwarteter Fehler bei diesem Modell: %1</translation>
    </message>
</context>
<context>
    <name>aq::QualityPage</name>
    <message>
        <source>Also require the &amp;floors per width</source>
        <translation>Auch die &amp;Untergrenzen je Breite verlangen</translation>
    </message>
    <message>
        <source>As the plan says</source>
        <translation>Wie der Plan sagt</translation>
    </message>
    <message>
        <source>Always this value</source>
        <translation>Immer dieser Wert</translation>
    </message>
    <message>
        <source>What a width should reach at least; most profiles&apos; own minimum accepts badly broken weights</source>
        <translation>Was eine Breite mindestens erreichen sollte; das Minimum der meisten Profile nimmt auch stark beschädigte Gewichte hin</translation>
    </message>
    <message>
        <source>A tensor that is less like its source than this fails in the report. On the report page the thresholds of one report can be changed.</source>
        <translation>Ein Tensor, der seiner Quelle weniger ähnlich ist, fällt im Bericht durch. Auf der Berichtsseite lassen sich die Grenzen eines Berichts ändern.</translation>
    </message>
    <message>
        <source>&amp;Minimum cosine:</source>
        <translation>&amp;Mindestkosinus:</translation>
    </message>
    <message>
        <source>Of a tensor that passes</source>
        <translation>Eines Tensors, der besteht</translation>
    </message>
    <message>
        <source>&amp;Value:</source>
        <translation>&amp;Wert:</translation>
    </message>
    <message>
        <source>Used in place of the plan&apos;s own</source>
        <translation>Statt des Werts im Plan</translation>
    </message>
</context>
<context>
    <name>aq::QueuePage</name>
    <message>
        <source>Add variants…</source>
        <translation>Varianten hinzufügen…</translation>
    </message>
    <message>
        <source>Add several types of the open model at once</source>
        <translation>Mehrere Typen des geöffneten Modells auf einmal hinzufügen</translation>
    </message>
    <message>
        <source>Add models…</source>
        <translation>Modelle hinzufügen…</translation>
    </message>
    <message>
        <source>Add several models with the open plan</source>
        <translation>Mehrere Modelle mit dem geöffneten Plan hinzufügen</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>Fortschritt der Warteschlange</translation>
    </message>
    <message>
        <source>Finish and stop</source>
        <translation>Beenden und anhalten</translation>
    </message>
    <message>
        <source>Jobs that run are finished; no other is taken until you say so</source>
        <translation>Laufende Aufträge werden beendet; weitere erst, wenn Sie es sagen</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Takes jobs that ended off the list; files that were not exported stay</source>
        <translation>Nimmt beendete Aufträge aus der Liste; nicht exportierte Dateien bleiben</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>Noch keine Aufträge</translation>
    </message>
    <message>
        <source>Quantize or try a plan, and watch it here. Several models and several types of one model can wait in line; what is not finished goes on after a restart.</source>
        <translation>Quantisieren oder probieren Sie einen Plan und verfolgen Sie es hier. Mehrere Modelle und mehrere Typen eines Modells können anstehen; Unfertiges geht nach einem Neustart weiter.</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Modell öffnen…</translation>
    </message>
    <message>
        <source>Add variants of the open model…</source>
        <translation>Varianten des geöffneten Modells hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>L&amp;og</source>
        <translation>Pr&amp;otokoll</translation>
    </message>
    <message>
        <source>E&amp;rrors</source>
        <translation>&amp;Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n jobs ended</source>
        <translation>
            <numerusform>%1 von %n Auftrag beendet</numerusform>
            <numerusform>%1 von %n Aufträgen beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n zurückgehalten</numerusform>
            <numerusform>%n zurückgehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n angehalten</numerusform>
            <numerusform>%n angehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Every paused job goes on where it was</source>
        <translation>Jeder angehaltene Auftrag geht an derselben Stelle weiter</translation>
    </message>
    <message>
        <source>Every job stops for now; what is done stays done</source>
        <translation>Jeder Auftrag hält vorerst an; Erledigtes bleibt erledigt</translation>
    </message>
    <message>
        <source>E&amp;rrors (%1)</source>
        <translation>&amp;Fehler (%1)</translation>
    </message>
    <message>
        <source>The jobs in the order they are taken; drag them to change it. One that is paused or interrupted goes on where it was. A job that fails stops no other.</source>
        <translation>Die Aufträge in ihrer Reihenfolge; durch Ziehen änderbar. Ein angehaltener oder unterbrochener geht an derselben Stelle weiter. Ein fehlgeschlagener hält keinen anderen auf.</translation>
    </message>
    <message>
        <source>queue status</source>
        <translation>Stand der Warteschlange</translation>
    </message>
    <message>
        <source>Details of the job</source>
        <translation>Einzelheiten des Auftrags</translation>
    </message>
</context>
<context>
    <name>aq::QueuePart</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>The jobs</source>
        <translation>Die Aufträge</translation>
    </message>
    <message>
        <source>&amp;Pause all jobs</source>
        <translation>Alle Aufträge an&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Resume all jobs</source>
        <translation>Alle Aufträge fort&amp;setzen</translation>
    </message>
    <message>
        <source>&amp;Finish the running jobs and stop</source>
        <translation>&amp;Laufende Aufträge beenden und anhalten</translation>
    </message>
    <message>
        <source>No further job is taken until you say so</source>
        <translation>Kein weiterer Auftrag, bis Sie es sagen</translation>
    </message>
    <message>
        <source>C&amp;lear finished jobs</source>
        <translation>Fertige Aufträge &amp;entfernen</translation>
    </message>
    <message>
        <source>The disk is nearly full: the queue was paused.</source>
        <translation>Der Datenträger ist fast voll: Die Warteschlange wurde angehalten.</translation>
    </message>
    <message>
        <source>%1 are still to be written, %2 are free. Make room, then resume.</source>
        <translation>%1 sind noch zu schreiben, %2 sind frei. Schaffen Sie Platz und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Another window of ArrowQuant has the queue.</source>
        <translation>Ein anderes Fenster von ArrowQuant hat die Warteschlange.</translation>
    </message>
    <message>
        <source>The jobs of this window are forgotten when it is closed.</source>
        <translation>Die Aufträge dieses Fensters sind vergessen, wenn es geschlossen wird.</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs were not finished.</source>
        <translation>
            <numerusform>%n Auftrag wurde nicht fertig.</numerusform>
            <numerusform>%n Aufträge wurden nicht fertig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n Auftrag</numerusform>
            <numerusform>%n Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove jobs</source>
        <translation>Aufträge entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n jobs that run, or whose file was not exported?</source>
        <translation>
            <numerusform>%n Auftrag entfernen, der läuft oder dessen Datei nicht exportiert wurde?</numerusform>
            <numerusform>%n Aufträge entfernen, die laufen oder deren Datei nicht exportiert wurde?</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the queue</source>
        <translation>Warteschlange anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs run.</source>
        <translation>
            <numerusform>%n Auftrag läuft.</numerusform>
            <numerusform>%n Aufträge laufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs that wait: %1. What is stopped can go on later; what is cancelled begins anew.</source>
        <translation>Wartende Aufträge: %1. Angehaltenes kann später weitergehen; Abgebrochenes beginnt von vorn.</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Jetzt anhalten</translation>
    </message>
    <message>
        <source>Finish the current and stop</source>
        <translation>Aktuelles beenden und anhalten</translation>
    </message>
    <message>
        <source>Cancel the current and go on</source>
        <translation>Aktuelles abbrechen und weitermachen</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Save the log of the job</source>
        <translation>Protokoll des Auftrags speichern</translation>
    </message>
    <message>
        <source>Text (*.txt *.log);;All files (*)</source>
        <translation>Text (*.txt *.log);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The log was saved.</source>
        <translation>Das Protokoll wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>aq::RangeChart</name>
    <message>
        <source>Least to greatest value</source>
        <translation>Kleinster bis größter Wert</translation>
    </message>
    <message>
        <source>Has outliers</source>
        <translation>Hat Ausreißer</translation>
    </message>
    <message>
        <source>Error (RMS)</source>
        <translation>Fehler (RMS)</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1: %2 bis %3</translation>
    </message>
    <message>
        <source>%1, error %2</source>
        <translation>%1, Fehler %2</translation>
    </message>
    <message>
        <source>%1, %2 outliers</source>
        <translation>%1, %2 Ausreißer</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>Ranges of %1 channels; the widest is %2, from %3 to %4; with outliers: %5</source>
        <translation>Bereiche von %1 Kanälen; der breiteste ist %2, von %3 bis %4; mit Ausreißern: %5</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>Channels %1 to %2</source>
        <translation>Kanäle %1 bis %2</translation>
    </message>
</context>
<context>
    <name>aq::RecentsList</name>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Gestern, %1</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Not quantized yet</source>
        <translation>Noch nicht quantisiert</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Locate…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>&amp;Pin to the top</source>
        <translation>Oben &amp;anheften</translation>
    </message>
    <message>
        <source>&amp;Remove from list</source>
        <translation>Aus der Liste &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>Pfad &amp;kopieren</translation>
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
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Letztes Ergebnis</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>&amp;Lösen</translation>
    </message>
</context>
<context>
    <name>aq::RepairPart</name>
    <message numerus="yes">
        <source>%1: %Ln tensor(s) missed a limit.</source>
        <translation>
            <numerusform>%1: %Ln Tensor verfehlte eine Grenze.</numerusform>
            <numerusform>%1: %Ln Tensoren verfehlten eine Grenze.</numerusform>
        </translation>
    </message>
    <message>
        <source>They can get more bits; the file is written again.</source>
        <translation>Sie können mehr Bits bekommen; die Datei wird neu geschrieben.</translation>
    </message>
    <message>
        <source>Raise and write again</source>
        <translation>Anheben und neu schreiben</translation>
    </message>
    <message>
        <source>Raising tensors of %1…</source>
        <translation>Tensoren von %1 werden angehoben…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Repair a file</source>
        <translation>Datei reparieren</translation>
    </message>
    <message>
        <source>Nothing could be raised; the file is as it was.</source>
        <translation>Nichts konnte angehoben werden; die Datei ist, wie sie war.</translation>
    </message>
    <message>
        <source>Every tensor reaches its limits now. The file has %1.</source>
        <translation>Jeder Tensor erreicht jetzt seine Grenzen. Die Datei hat %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tensor(s) still miss a limit. The file has %1.</source>
        <translation>
            <numerusform>%Ln Tensor verfehlt noch eine Grenze. Die Datei hat %1.</numerusform>
            <numerusform>%Ln Tensoren verfehlen noch eine Grenze. Die Datei hat %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aq::ReportFilterBar</name>
    <message>
        <source>All (%1)</source>
        <translation>Alle (%1)</translation>
    </message>
    <message>
        <source>Missed a limit (%1)</source>
        <translation>Grenze verfehlt (%1)</translation>
    </message>
    <message>
        <source>Quantized (%1)</source>
        <translation>Quantisiert (%1)</translation>
    </message>
    <message>
        <source>Kept (%1)</source>
        <translation>Behalten (%1)</translation>
    </message>
    <message>
        <source>Search names, schemes, messages</source>
        <translation>Namen, Schemata, Meldungen suchen</translation>
    </message>
    <message>
        <source>Search the report</source>
        <translation>Bericht durchsuchen</translation>
    </message>
    <message>
        <source>Tensors that are listed</source>
        <translation>Gelistete Tensoren</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>aq::ReportLimits</name>
    <message>
        <source>Also the floors of each bit width</source>
        <translation>Auch die Untergrenzen je Bitbreite</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Minimum cosine</source>
        <translation>Mindestkosinus</translation>
    </message>
    <message>
        <source>Each quantized tensor must reach this cosine similarity</source>
        <translation>Jeder quantisierte Tensor muss diese Kosinusähnlichkeit erreichen</translation>
    </message>
    <message>
        <source>Stricter limits that a sound quantization of this width reaches</source>
        <translation>Strengere Grenzen, die eine gute Quantisierung dieser Breite erreicht</translation>
    </message>
    <message>
        <source>Reset the limits</source>
        <translation>Grenzen zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Minimum cosine:</source>
        <translation>&amp;Mindestkosinus:</translation>
    </message>
    <message>
        <source>These are the limits of the profile</source>
        <translation>Dies sind die Grenzen des Profils</translation>
    </message>
    <message>
        <source>Back to the profile: minimum cosine %1, and the floors</source>
        <translation>Zurück zum Profil: Mindestkosinus %1 und die Untergrenzen</translation>
    </message>
</context>
<context>
    <name>aq::ReportPage</name>
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
        <source>outside of blocks</source>
        <translation>außerhalb der Blöcke</translation>
    </message>
    <message numerus="yes">
        <source>floor of %n bit(s)</source>
        <translation>
            <numerusform>Untergrenze für %n Bit</numerusform>
            <numerusform>Untergrenze für %n Bits</numerusform>
        </translation>
    </message>
    <message>
        <source>Quantize a model or try a plan: its report appears here, with the error of every tensor, against limits that you can change.

Two files that other programs made can be compared too.</source>
        <translation>Quantisieren Sie ein Modell oder probieren Sie einen Plan: Hier erscheint der Bericht mit dem Fehler jedes Tensors, gegen Grenzen, die Sie ändern können.

Auch zwei Dateien anderer Programme lassen sich vergleichen.</translation>
    </message>
    <message>
        <source>Error per tensor</source>
        <translation>Fehler je Tensor</translation>
    </message>
    <message>
        <source>Error per block</source>
        <translation>Fehler je Block</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Block no.</source>
        <translation>Block Nr.</translation>
    </message>
    <message>
        <source>A click selects the tensor, a double click shows it</source>
        <translation>Ein Klick wählt den Tensor, ein Doppelklick zeigt ihn</translation>
    </message>
    <message>
        <source>As a web page, PDF, JSON or CSV</source>
        <translation>Als Webseite, PDF, JSON oder CSV</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>Bericht drucken</translation>
    </message>
    <message>
        <source>Validate t&amp;wo files…</source>
        <translation>Z&amp;wei Dateien prüfen…</translation>
    </message>
</context>
<context>
    <name>aq::ReportPart</name>
    <message>
        <source>Print previe&amp;w…</source>
        <translation>Druck&amp;vorschau…</translation>
    </message>
    <message>
        <source>Compares a quantized file with its original; writes nothing</source>
        <translation>Vergleicht eine quantisierte Datei mit ihrem Original; schreibt nichts</translation>
    </message>
    <message>
        <source>There is no report yet</source>
        <translation>Es gibt noch keinen Bericht</translation>
    </message>
    <message>
        <source>This report is of %1, which is not open.</source>
        <translation>Dieser Bericht ist von %1; dieses Modell ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
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
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
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
        <source>The report could not be printed.</source>
        <translation>Der Bericht konnte nicht gedruckt werden.</translation>
    </message>
    <message>
        <source>The command line was copied.</source>
        <translation>Die Befehlszeile wurde kopiert.</translation>
    </message>
    <message>
        <source>Choose the original</source>
        <translation>Original wählen</translation>
    </message>
    <message>
        <source>Choose the quantized file</source>
        <translation>Quantisierte Datei wählen</translation>
    </message>
    <message>
        <source>Comparing %1 with its original…</source>
        <translation>%1 wird mit dem Original verglichen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Validate two files</source>
        <translation>Zwei Dateien prüfen</translation>
    </message>
    <message>
        <source>This file is where it was found</source>
        <translation>Diese Datei liegt, wo sie gefunden wurde</translation>
    </message>
    <message>
        <source>Pri&amp;nt report…</source>
        <translation>Bericht &amp;drucken…</translation>
    </message>
    <message>
        <source>Validate t&amp;wo files…</source>
        <translation>Z&amp;wei Dateien prüfen…</translation>
    </message>
</context>
<context>
    <name>aq::ReportTableView</name>
    <message>
        <source>Tensor report</source>
        <translation>Tensorbericht</translation>
    </message>
    <message>
        <source>&amp;Show in the plan</source>
        <translation>Im &amp;Plan zeigen</translation>
    </message>
    <message>
        <source>&amp;Inspect</source>
        <translation>&amp;Untersuchen</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>&amp;Namen kopieren</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>&amp;Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>aq::ReportTotals</name>
    <message>
        <source>%1 (%2)</source>
        <comment>size (change)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>caption of a value</comment>
        <translation>%1:</translation>
    </message>
    <message>
        <source>none, this was a trial</source>
        <translation>keine, dies war ein Probelauf</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>Bits per weight</source>
        <translation>Bits pro Gewicht</translation>
    </message>
    <message>
        <source>Cosine, weighted</source>
        <translation>Kosinus, gewichtet</translation>
    </message>
    <message>
        <source>Relative RMSE</source>
        <translation>Relativer RMSE</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>size before</source>
        <translation>Größe vorher</translation>
    </message>
    <message>
        <source>size after</source>
        <translation>Größe nachher</translation>
    </message>
    <message>
        <source>compression ratio</source>
        <translation>Kompressionsverhältnis</translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation>Bits pro Gewicht</translation>
    </message>
    <message>
        <source>weighted cosine</source>
        <translation>gewichteter Kosinus</translation>
    </message>
    <message>
        <source>relative RMSE</source>
        <translation>relativer RMSE</translation>
    </message>
    <message>
        <source>job time</source>
        <translation>Zeit des Auftrags</translation>
    </message>
    <message>
        <source>validated file</source>
        <translation>geprüfte Datei</translation>
    </message>
</context>
<context>
    <name>aq::ResumeCard</name>
    <message>
        <source>Unfinished jobs</source>
        <translation>Unfertige Aufträge</translation>
    </message>
    <message>
        <source>unfinished jobs</source>
        <translation>unfertige Aufträge</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Goes on where they were: tensors that are done are not done again</source>
        <translation>Geht an derselben Stelle weiter: Fertige Tensoren werden nicht wiederholt</translation>
    </message>
    <message>
        <source>Show &amp;queue</source>
        <translation>&amp;Warteschlange zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) are not finished</source>
        <translation>
            <numerusform>%Ln Auftrag ist nicht fertig</numerusform>
            <numerusform>%Ln Aufträge sind nicht fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
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
    <name>aq::Session</name>
    <message>
        <source>Load plan %1</source>
        <translation>Plan %1 laden</translation>
    </message>
</context>
<context>
    <name>aq::ShortcutEditor</name>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>Zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>A&amp;lle zurücksetzen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation>Neue &amp;Taste:</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Click here and press the keys</source>
        <translation>Hier klicken und die Tasten drücken</translation>
    </message>
    <message>
        <source>The command stays in its menu, without a key</source>
        <translation>Der Befehl bleibt in seinem Menü, ohne Taste</translation>
    </message>
    <message>
        <source>Give the chosen command its standard key back</source>
        <translation>Dem gewählten Befehl seine Standardtaste zurückgeben</translation>
    </message>
    <message>
        <source>Whether the key is in use</source>
        <translation>Ob die Taste belegt ist</translation>
    </message>
    <message>
        <source>Choose a command.</source>
        <translation>Wählen Sie einen Befehl.</translation>
    </message>
    <message>
        <source>&amp;Take it</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”, which would have none then.</source>
        <translation>%1 ist die Taste von „%2“; der Befehl hätte dann keine.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2” and cannot be taken from it.</source>
        <translation>%1 ist die Taste von „%2“ und kann nicht weggenommen werden.</translation>
    </message>
</context>
<context>
    <name>aq::ShortcutModel</name>
    <message>
        <source>%1 (changed)</source>
        <translation>%1 (geändert)</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
</context>
<context>
    <name>aq::ShortcutsPart</name>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
    <message>
        <source>The page in front handles this key itself; it cannot be changed.</source>
        <translation>Die sichtbare Seite behandelt diese Taste selbst; sie ist nicht änderbar.</translation>
    </message>
    <message>
        <source>A key of a page</source>
        <translation>Taste einer Seite</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
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
    <message>
        <source>None of them is measured yet: only sizes are known.</source>
        <translation>Noch keine ist gemessen: Nur die Größen sind bekannt.</translation>
    </message>
</context>
<context>
    <name>aq::StartPart</name>
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
        <source>&amp;Clear list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Pinned models stay</source>
        <translation>Angeheftete Modelle bleiben</translation>
    </message>
    <message>
        <source>Where is %1 now?</source>
        <translation>Wo ist %1 jetzt?</translation>
    </message>
</context>
<context>
    <name>aq::TensorBrowser</name>
    <message>
        <source>Set &amp;type</source>
        <translation>Ty&amp;p setzen</translation>
    </message>
    <message>
        <source>&amp;Keep source</source>
        <translation>Quelle behal&amp;ten</translation>
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
        <source>Adds a rule that matches the names of the selected tensors</source>
        <translation>Fügt eine Regel hinzu, die zu den Namen der gewählten Tensoren passt</translation>
    </message>
    <message>
        <source>Select tensors first</source>
        <translation>Wählen Sie zuerst Tensoren</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>Zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Keeps what is planned for the selected tensors now, whatever profile, rules and defaults say later</source>
        <translation>Behält, was jetzt für die gewählten Tensoren geplant ist, was auch immer Profil, Regeln und Standard später sagen</translation>
    </message>
    <message>
        <source>Unlocks the selected tensors and removes what was chosen for them</source>
        <translation>Entsperrt die gewählten Tensoren und nimmt zurück, was für sie bestimmt wurde</translation>
    </message>
    <message>
        <source>Which columns are shown</source>
        <translation>Welche Spalten gezeigt werden</translation>
    </message>
    <message>
        <source>Group by block</source>
        <translation>Nach Block gruppieren</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>aq::TensorTableModel</name>
    <message>
        <source>%1, locked</source>
        <translation>%1, gesperrt</translation>
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
        <translation>T&amp;yp setzen</translation>
    </message>
    <message>
        <source>&amp;Keep source</source>
        <translation>Quelle behal&amp;ten</translation>
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
    <message>
        <source>&amp;Inspect</source>
        <translation>&amp;Untersuchen</translation>
    </message>
    <message>
        <source>&amp;Reset and unlock</source>
        <translation>&amp;Zurücksetzen und entsperren</translation>
    </message>
    <message>
        <source>&amp;Lock as planned</source>
        <translation>Wie geplant &amp;sperren</translation>
    </message>
</context>
<context>
    <name>aq::TrialDelegate</name>
    <message>
        <source>Baseline · %1</source>
        <translation>Bezug · %1</translation>
    </message>
</context>
<context>
    <name>aq::TrialPictures</name>
    <message>
        <source>there is no plan to look at</source>
        <translation>es gibt keinen Plan zu betrachten</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>wird betrachtet…</translation>
    </message>
</context>
<context>
    <name>aq::Trials</name>
    <message numerus="yes">
        <source>%1 + %n of your own</source>
        <comment>recipe with own rules</comment>
        <translation>
            <numerusform>%1 + %n eigene</numerusform>
            <numerusform>%1 + %n eigene</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · groups of %2</source>
        <translation>%1 · Gruppen von %2</translation>
    </message>
    <message>
        <source>%1 · per tensor</source>
        <translation>%1 · pro Tensor</translation>
    </message>
</context>
<context>
    <name>aq::ValidateDialog</name>
    <message>
        <source>Validate two files</source>
        <translation>Zwei Dateien prüfen</translation>
    </message>
    <message>
        <source>Every tensor of the quantized file is decoded and compared with the original. Nothing is written.</source>
        <translation>Jeder Tensor der quantisierten Datei wird dekodiert und mit dem Original verglichen. Nichts wird geschrieben.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Original:</source>
        <translation>&amp;Original:</translation>
    </message>
    <message>
        <source>Browse for the original</source>
        <translation>Nach dem Original suchen</translation>
    </message>
    <message>
        <source>&amp;Quantized:</source>
        <translation>&amp;Quantisiert:</translation>
    </message>
    <message>
        <source>Browse for the quantized file</source>
        <translation>Nach der quantisierten Datei suchen</translation>
    </message>
    <message>
        <source>&amp;Validate</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Choose both files first</source>
        <translation>Wählen Sie zuerst beide Dateien</translation>
    </message>
    <message>
        <source>These are one and the same file</source>
        <translation>Das ist ein und dieselbe Datei</translation>
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
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n below the minimum cosine</source>
        <translation>
            <numerusform>%n unter dem Mindestkosinus</numerusform>
            <numerusform>%n unter dem Mindestkosinus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n below the floor of its width</source>
        <translation>
            <numerusform>%n unter der Grenze seiner Breite</numerusform>
            <numerusform>%n unter der Grenze ihrer Breite</numerusform>
        </translation>
    </message>
    <message>
        <source>Tensors that missed a limit: %1 (%2). First: %3</source>
        <translation>Tensoren, die eine Grenze verfehlten: %1 (%2). Erster: %3</translation>
    </message>
    <message>
        <source>⚠ Findings were overruled: %1</source>
        <translation>⚠ Befunde wurden übergangen: %1</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>verdict reason</source>
        <translation>Begründung des Urteils</translation>
    </message>
    <message>
        <source>Tensors that missed a limit get more bits; only they are quantized again, and the file is replaced when it is better</source>
        <translation>Tensoren, die eine Grenze verfehlten, bekommen mehr Bits; nur sie werden neu quantisiert, und die Datei wird ersetzt, wenn sie besser ist</translation>
    </message>
    <message numerus="yes">
        <source>Raise %Ln tensor(s) and write again</source>
        <translation>
            <numerusform>%Ln Tensor anheben und neu schreiben</numerusform>
            <numerusform>%Ln Tensoren anheben und neu schreiben</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is %1 larger than was asked for.</source>
        <translation>Die Datei ist um %1 größer als verlangt.</translation>
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
</TS>
