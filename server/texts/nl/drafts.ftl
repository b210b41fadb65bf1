### Kaarten uit lesmateriaal

problem-no-drafts-title = Dit bestand is niet gelezen
problem-no-drafts-detail = Er is niets toegevoegd. Hieronder staat wat er is en wat je kunt doen.
problem-draft-decided-title = Over dit voorstel is al besloten
problem-draft-decided-detail = Jij of iemand anders was eerder. Je ziet nu wat ermee is gedaan; wil je het anders, zet het dan terug.

draft-place-slide = dia { NUMBER($number, useGrouping: 0) }
draft-place-page = bladzijde { NUMBER($number, useGrouping: 0) }
draft-place-section = { $number ->
    [0] boven de eerste kop
   *[other] onder kop { NUMBER($number, useGrouping: 0) }
}
draft-card-went-on = De kaart is na het bewaren nog veranderd. Haal haar in de set zelf weg als je haar niet wilt.
draft-no-writer = Er is geen dienst ingesteld die kaarten schrijft. Haal het vinkje weg.

# Het bestand als geheel
draft-file-empty-file = Het bestand is leeg. Kies een bestand met tekst.
draft-file-not-material = Dit is geen PowerPoint, Word of PDF. Bewaar het als .pptx, .docx of .pdf en kies het opnieuw; een tabel met kaarten kies je bij Bestand importeren.
draft-file-old-office = Dit is een oud of met een wachtwoord beveiligd Office-bestand. Haal het wachtwoord eraf en bewaar het als .pptx of .docx.
draft-file-password = Deze PDF gaat alleen open met een wachtwoord. Haal het eraf, of druk haar opnieuw af als PDF, en kies haar opnieuw.
draft-file-only-pictures = In deze PDF staat geen tekst, alleen plaatjes van tekst. Kies het bestand waar de scan van is gemaakt, of haal er eerst tekstherkenning overheen.
draft-file-no-text = In dit bestand staat geen tekst. Kijk of je het goede bestand hebt.
draft-file-not-a-table = In dit bestand zit niets wat we kunnen lezen. Bewaar het opnieuw als .pptx, .docx of .pdf.
draft-file-damaged = Het bestand is beschadigd. Bewaar het nog eens in het programma waar het uit komt, en kies het opnieuw.
draft-file-unsafe-file = Het bestand bevat iets wat niet veilig is om te openen. Open het zelf, bewaar het opnieuw en kies de nieuwe versie.
draft-file-unpacks-too-big = Het bestand wordt uitgepakt groter dan { $most } MB. Verklein de afbeeldingen of splits het bestand.
draft-file-too-slow = Het lezen van dit bestand duurt langer dan { $most } seconden. Splits het in meerdere bestanden.
draft-file-too-heavy = Het lezen van dit bestand kost meer geheugen dan er is. Splits het in meerdere bestanden.

# Goed om te weten
draft-note-none-found = In dit bestand staat niets waar we zelf een kaart in zien. Schrijf de kaarten in de editor, of plak ze uit een tabel.
draft-note-more-found = Er waren nog { $count } mogelijke kaarten. Je ziet de { $most } waar we het meest van verwachten.
draft-note-slides-beyond = Alleen de eerste { $most } van { $count } dia's zijn gelezen. Splits het bestand voor de rest.
draft-note-pages-beyond = Alleen de eerste { $most } van { $count } bladzijden zijn gelezen. Splits het bestand voor de rest.
draft-note-writer-key = { $host } weigert de ingestelde sleutel. Vraag je beheerder hem na te kijken. De voorstellen hieronder komen uit Beklijf zelf.
draft-note-writer-busy = { $host } heeft het te druk. Kies het bestand later nog eens; wat er al staat komt niet dubbel.
draft-note-writer-slow = { $host } antwoordde niet op tijd. Kies het bestand later nog eens; wat er al staat komt niet dubbel.
draft-note-writer-away = { $host } is niet te bereiken of gaf een fout. Kies het bestand later nog eens, of vraag je beheerder het adres na te kijken.
draft-note-writer-nonsense = { $host } gaf een antwoord waar geen kaarten uit te lezen zijn. Vraag je beheerder of het ingestelde model hiervoor geschikt is.
draft-note-writer-unfit = { $count ->
    [one] Eén kaart van { $host } klopte niet en is weggelaten.
   *[other] { $count } kaarten van { $host } klopten niet en zijn weggelaten.
}
draft-note-writer-unsent = Het bestand is te lang voor één keer: { $count } { $count ->
    [one] stuk tekst is
   *[other] stukken tekst zijn
} niet naar { $host } gestuurd. Splits het bestand voor de rest.
