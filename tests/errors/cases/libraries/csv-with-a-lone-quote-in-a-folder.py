# rule: libraries_tables.csv_not_as_expected
# source: constructed
# says: quoting=3
# %% before
import pandas as pd
from pathlib import Path
path = Path('.')
(path/'notes.csv').write_text('id,note\n1,"\n2,fine\n')
# %% fails
notes = pd.read_csv(path/'notes.csv')
# %% mended
notes = pd.read_csv(path/'notes.csv', quoting=3)
