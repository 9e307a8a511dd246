# rule: libraries_tables.csv_not_as_expected
# source: constructed
# says: pd\.read_csv\('films\.tsv', sep='\\t', quoting=3\)
# says: line 3
# %% before
import pandas as pd
open('films.tsv', 'w').write('id\ttext\n1\tgood\n2\t"what a film\n3\tfine\n')
# %% fails
films = pd.read_csv('films.tsv', sep='\t')
# %% mended
films = pd.read_csv('films.tsv', sep='\t', quoting=3)
