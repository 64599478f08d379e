//! First names and words that stand before a person's name.

/// First names that are common in German and English. None that is a common word, a month or a place as well.
pub(super) const FIRST_NAMES: &str = "\
Jan Jon Jonny Sören Thorben Timm Veit Mareike Merle Pascal Reiner Rüdiger Tilo Jerry Jesse Joel Josh Judy Justin Katie Lauren Lawrence Maggie \
Noel Norman Oscar Pete Rick Shane Zach \
Aaron Adam Adrian Ahmed Aisha Alan Albert Alessandro Alex Alexander Alexandra Alexej Alfred Ali Alice Alina Amanda Amelia Amina Amy Ana Anastasia Andrea \
Andreas Andrej Andrew Angela Angelika Anita Anja Anke Ann Anna Anne Annegret Annette Anthony Antje Antonia Antonio Armin Arne Arthur Astrid Axel \
Barbara Barry Bastian Beate Beatrice Ben Benedikt Benjamin Bernard Bernd Bernhard Bettina Birgit Björn Boris Brandon Brian Brigitte Bruno \
Carina Carl Carla Carlos Carmen Carol Caroline Carolin Carsten Catherine Cathy Cecilia Chantal Charles Charlotte Chloe Chris Christa Christian Christiane Christina Christine \
Christof Christoph Christopher Claire Clara Claudia Claus Clemens Connor Cornelia Craig Cynthia Dagmar Daniel Daniela David Deborah Dennis Derek Detlef Diana Diane Dieter \
Dietmar Dirk Dmitri Dominic Dominik Donald Doris Dorothea Dorothee Douglas Eberhard Eckart Edgar Edith Eduard Edward Eileen Elena Eleanor Elias Elisabeth Elizabeth Elke Ella \
Ellen Emil Emilia Emily Emma Emmanuel Eric Erich Erik Erika Erwin Esther Eugen Eva Evelyn Fabian Fatima Felix Ferdinand Fiona Florian Franziska Fred Frederik Friedrich Frieda \
Fritz Gabriel Gabriele Gareth Gary Gavin Geoffrey Georg George Gerald Gerard Gerd Gerhard Gerda Gisela Giovanni Giulia Gordon Graham Greg Gregor Gregory Greta Gudrun Guido \
Gunnar Gustav Günter Günther Hannah Hanna Hannes Hans Harald Harry Hartmut Hassan Heather Hedwig Heidi Heike Heiko Heiner Heinrich Heinz Helen Helena Helene Helga Helmut \
Hendrik Henning Henrik Henry Herbert Hermann Hilde Holger Horst Howard Hubert Hugo Ian Ibrahim Igor Ilona Ilse Imke Ina Ines Inga Inge Ingo Ingrid Irene Irina Iris Irmgard \
Isabel Isabella Isabelle Ivan Iwan Jack Jacob Jakob James Jamie Jana Jane Janet Janina Janine Jannik Jason Jasmin Javier Jean Jeff Jeffrey Jenna Jennifer Jenny Jens Jeremy \
Jerome Jessica Jill Jim Joachim Joan Joanna Jochen Joe Johann Johanna Johannes John Johnny Jonas Jonathan Jorge Joseph Josef Joshua José João Juan Judith Julia Julian Juliane Julie Jürgen \
Jörg Jörn Kai Karen Karin Karina Karl Karla Karsten Katarina Kate Katharina Katherine Kathleen Kathrin Kathy Katja Katrin Keith Kelly Kenneth Kerstin Kevin Kim Kirsten Kirstin \
Klaus Knut Konrad Konstantin Kristin Kristina Kurt Lara Larry Lars Laura Lea Lena Lennart Leo Leon Leonard Leonie Lewis Liam Lily Linda Lisa Lorenz Lothar Louis Louisa Louise \
Luca Lucas Lucia Lucy Ludwig Luis Luisa Lukas Luke Lutz Lydia Maja Malcolm Malte Manfred Manuel Manuela Marc Marcel Marcus Margaret Margarete Margot Maria Marianne Marie Mariam \
Marina Mario Marion Marius Markus Marlene Marta Martha Martin Martina Marvin Mary Mathias Mats Matteo Matthew Matthias Mats Maurice Max Maximilian Megan Mehmet Melanie Melissa \
Michael Michaela Michel Michelle Miguel Mike Mikhail Mira Miriam Mohamed Mohammed Mona Monica Monika Moritz Muhammad Mustafa Nadine Nadja Nancy Natalia Natalie Natascha Nathan Neil \
Nicholas Nick Nico Nicola Nicolas Nicole Nigel Niklas Nikolai Nikolaus Nils Nina Noah Nora Norbert Norma Ole Oleg Olga Oliver Olivia Oskar Otto Owen Pamela Patricia Patrick \
Paul Paula Pauline Pedro Peer Petra Peter Philip Philipp Phillip Pia Pierre Priya Rachel Rainer Ralf Ralph Ramona Raphael Raymond Rebecca Regina Reinhard Reinhold Renate René Richard Rita Robert Roberto \
Robin Roger Roland Rolf Roman Ronald Ronny Rosa Rosemarie Roswitha Rudolf Rupert Russell Ruth Ryan Sabine Sally Sam Samantha Samuel Sandra Sara Sarah Saskia Scott Sean Sebastian \
Sergej Sergei Sharon Sigrid Silke Silvia Simon Simone Sina Sofie Sonja Sophia Sophie Stefan Stefanie Steffen Stella Stephan Stephanie Stephen Steve Steven Stuart Sue Susan Susanne Sven Svenja \
Sylvia Tamara Tania Tanja Tara Tatjana Ted Teresa Theo Theodor Theresa Thilo Thomas Thorsten Tilman Tim Timo Timothy Tina Tobias Todd Tom Toni Tony Torben Torsten Tracy Uli Ulf Ulla \
Ulrich Ulrike Ursula Ute Uwe Valentin Vanessa Vera Verena Veronika Vincent Viktor Vladimir Volker Walter Waltraud Wendy Werner Wilfried Wilhelm William Willy Wladimir Wolfgang Wolodymyr Yasmin Yusuf Yvonne \
Zoe Änne Sigmar Olaf Thore Finn Mia Anouk Noor Ravi Anil Sunil Arjun Wei Hiroshi Kenji Yuki Jin Kwame Chidi Ngozi Amara Ayşe Ayse Elif Emre Murat Hakan Pablo Diego Sofía Lucía Ingmar Astri Olof Lars-Erik Bjarne Rune \
Matt Bill Jake Brad Chad Dave Dan Rob Bob Jimmy Tommy Billy Charlie Gwen Rhys Nia Siobhan Niamh Aoife Declan Callum Alistair Hamish Fergus Moira Hazel Ruby Daisy Poppy Ethan Logan Mason Aidan Tess Nell Edmund Hugh Giles Piers Tamsin Imogen Harriet Beatrix Marek Tomasz Piotr Agnieszka Katarzyna Jiri Pavel Goran Zoran Dragan Nikola Jelena Ivana \
Gabi Traudl Vroni Sepp Susi Steffi Moni Kati Basti Flo Andi Hansi Rudi Willi Uschi Lisbeth Liesl Resi Franzi Toni Alois Xaver Korbinian Quirin Ludger Jost Almut Gesa Wiebke Tjark Fiete Enno Hauke Sönke Momme Thies Silja Inken Frauke Telse Meike Maike Maren Heinke Ortrud Friedhelm Burkhard Gerlinde Hannelore Ingeborg Rosalie Luise Lina Mila Levin Jonah Emilio Ludovic Yannick Mirko Ronja Nele Lotte Carlotta Henriette Leonhard Severin Vinzenz Urs Reto Beat Regula Ruedi Ueli \
Annie Kristine Sigmund Siegfried Gottfried Waltraut Elfriede Irmtraud Gero Ansgar Eike Heinrich Hildegard Ottilie Adele Adam Balthasar Caspar Cosima Dorit Edda Evi Fanny Gitte Grit Gundula Heiner Henrike Hilmar Imke Iwona Jolanta Kaja Mirjam Mathilda Bart Udo Cyril Evan Franco Mao Walter Alfons Ilka Kordula Leopold Mechthild Nepomuk Oswald Rosi Ruprecht Sandro Silvan Tom Ulrika Valerie Vinzent Wencke Wolfram Zita Frank Ernst Jan Mark Wolf Götz Falk Heide Wilhelmine Hermine Josefine Karoline Justine Pauline Jess Bev Deb Tim Jo Kath Liz Meg Mel Val Viv Lou Ron Ken Len Les Reg Stan Vic Alf Bert Cliff Clive Colin Darren Dean Duncan Dylan Ewan Gareth Glen Glenn Hamza Imran Jamal Kareem Keira Leila Leroy Marsha Maureen Maxine Melvin Mohamad Nadia Naomi Nasir Nikhil Omar Parveen Percy Phil Preston Ralph Rashid Reece Rhona Rory Rosie Roy Sanjay Shaun Sheila Shirley Sid Simone Sonia Stacey Suki Tanya Terry Tessa Trevor Vijay Wayne Yolanda Zahra Zara Deniz Cem Ebru Selin Onur Kemal Leyla Fatih Ece \
Donna Joyce Janice Denise Teri Lori Kristen Kirk Randy Troy Wade Clay Brett Kyle Cody Derrick Tyrone Darnell Latoya Shanice Alejandro Sergio Rafael Fernando Eduardo Ricardo Raúl Raul Jesús Guadalupe Consuelo Dolores Paolo Marco Matteo Lorenzo Giuseppe Francesca Chiara Silvio Enrico Sven Lasse Mikkel Søren Anders Nils Astrid Kjell Leif Linnea Saga Freja Aino Matti Juha";

/// First names that are also a common word or another name: only before another word with a capital.
pub(super) const DOUBTFUL_FIRST_NAMES: &str = "\
Mark Frank Ernst Will Grace Faith Hope Rose June April May August Jan Bill Rich Chase Dean Drew Grant Jordan Sierra Virginia Georgia Florence Victoria Charlotte \
Claude Robin Christian Roman Sofia Austin Paris Kim Art Guy Gene Ray Rob Pat Sue Jack Penny Ivy Olive Dawn Joy Amber Crystal Iris Lily Daisy Ruby Poppy Hazel \
Mason Logan Wolf Götz Gero Falk Heide Erika Viola Linde Nelson Isla Jade Carmen Angelika Marina Gabriel";

/// German words that stand before a person's name, small, without endings.
pub(super) const TITLES_DE: &str = "\
herr herrn frau dr prof professor professorin doktor minister ministerin präsident präsidentin präsidenten kanzler kanzlerin sprecher sprecherin chef chefin vorstand vorsitzende \
vorsitzender vorsitzenden direktor direktorin leiter leiterin bürgermeister bürgermeisterin meister meisterin senator senatorin senatoren abgeordnete abgeordneter abgeordneten landrat landrätin \
stadtrat stadträtin rat rätin sekretär sekretärin kommissar kommissarin botschafter botschafterin general oberst leutnant hauptmann major admiral richter richterin anwalt anwältin anwältin staatsanwalt \
jurist juristin ökonom ökonomin forscher forscherin wissenschaftler wissenschaftlerin experte expertin experten analyst analystin analysten autor autorin journalist journalistin historiker historikerin \
politiker politikerin politologe politologin soziologe soziologin physiker physikerin chemiker chemikerin biologe biologin informatiker informatikerin mediziner medizinerin arzt ärztin \
ingenieur ingenieurin gründer gründerin unternehmer unternehmerin manager managerin managerin trainer trainerin bischof bischöfin papst kardinal pfarrer pfarrerin könig königin prinz prinzessin kaiser \
herzog graf gräfin fürst premier premierminister premierministerin gouverneur gouverneurin diplomat diplomatin inhaber inhaberin geschäftsführer geschäftsführerin betriebsrat betriebsrätin \
referent referentin beauftragte beauftragter beauftragten bewohner bewohnerin anwohner anwohnerin landwirt landwirtin bäuerin lehrer lehrerin rektor rektorin dekan dekanin künstler künstlerin regisseur regisseurin \
schauspieler schauspielerin sänger sängerin schriftsteller schriftstellerin fotograf fotografin architekt architektin kollege kollegin kollegen nachfolger nachfolgerin vorgänger vorgängerin stellvertreter stellvertreterin \
vertreter vertreterin kandidat kandidatin kandidaten spitzenkandidat mitarbeiter mitarbeiterin berater beraterin aktivist aktivistin klimaforscher psychologe psychologin astronom astronomin geologe geologin \
kapitän kommandant kommandeur leitende obmann obfrau ratsherr ratsfrau händler händlerin vater sohn bruder schwester moderator moderatorin förster försterin amtsinhaber amtsinhaberin wahlsieger wahlsiegerin reporter reporterin redakteur redakteurin korrespondent korrespondentin dirigent dirigentin intendant intendantin kurator kuratorin komponist komponistin pianist pianistin verteidiger stürmer torwart kapitänin investor investorin händler makler bademeister hausmeister wirt wirtin gastwirt winzer winzerin imker fischer bäcker schreiner tischler rentner rentnerin student studentin schüler schülerin passagier pilot pilotin zeuge zeugin gutachter gutachterin ermittler ermittlerin kollegin oppositionsführer oppositionsführerin generalsekretär generalsekretärin ehefrau ehemann witwe neffe onkel tante freund freundin koch köchin";

/// English words that stand before a person's name.
pub(super) const TITLES_EN: &str = "\
Cllr Mr Mrs Ms Miss Dr Prof Professor Sir Dame Lord Lady Baroness Baron President Vice-President Minister Prime Chancellor Secretary Senator Sen Representative Rep Congressman Congresswoman Governor Gov Mayor \
Chairman Chairwoman Chair Chairperson CEO CFO COO CTO Chief Executive Officer Director Manager Spokesman Spokeswoman Spokesperson Judge Justice Attorney General Gen Colonel Col Captain Capt Lieutenant Lt \
Major Sergeant Sgt Admiral Commander Commissioner Ambassador Councillor Councilman Councilwoman Alderman King Queen Prince Princess Duke Duchess Emperor Pope Bishop Archbishop Cardinal Reverend Rev Father Sister \
Deputy Vice Acting Former Premier Speaker Dean Rector Coach Detective Inspector Constable Sheriff Founder Co-founder Economist Analyst Reporter Editor Correspondent Columnist MP Home Foreign Finance Defence Defense Treasurer Leader Head";

/// Words that are only a title together with one after them: `Prime Minister`, but `Home Office`.
pub(super) const HALF_TITLES_EN: &str = "Prime Foreign Finance Defence Defense Home Vice Deputy Acting Former Chief Executive Attorney Major General Head Interior Energy Trade Health Justice Education Transport Environment Economy Labour Industry Infrastructure Digital Justice Culture Agriculture Treasury";

/// German nouns that are surnames as well.
pub(super) const NOUN_SURNAMES_DE: &str = "\
Koch Bauer Fischer Wolf Vogel König Kaiser Richter Schäfer Jäger Becker Weber Krause Busch Berg Stein Bach Sommer Winter Frank Lang Klein Schwarz Braun Kurz Ernst Herzog Graf Engel Fuchs Haas Hahn Horn Hirsch Müller Schneider Zimmermann Hofmann Schulze Meister Schreiber Maurer Gärtner Förster Binder \
Schuster Metzger Wirth Krämer Kramer Kaufmann Hauptmann Bürger Baum Blum Rose Stern Berger Brandt Brand Beck Burger Kern Kraft Lamm Nagel Pfeiffer Pfeifer Ritter Roth Sauer Scholz Seidel Sturm Thal Ullrich Voss Wagner Wetzel Ziegler Zander Hecht Falk Falke Adler Specht Sperling Rabe Strauß Storch Hase \
Freitag Sonntag Montag Mai März Herbst Frost Schnee Regen Hagel Nebel Licht Feuer Wald Feld Acker Garten Wiese Teich Graben Brunnen Damm Kirsch Apfel Linde Eiche Buche Birke Esche Erle Tanne Dorn Distel Kohl Rübe Zwiebel Pfeffer Salz Hammer Zange Beil Säge Kessel Topf Becher Krug Kanne Löffel Gabel Teller Reiter Läufer Springer Sänger Spieler Schütz Schütze Wächter Hüter Hirte Hirt Bader Böttcher Sattler Gerber Färber Drechsler Tischler Schlosser Schmied Schmidt Schmitt Glaser Maler Seiler Pohl Ohm Bär Beer";
