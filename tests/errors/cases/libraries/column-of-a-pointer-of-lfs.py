# rule: libraries_bare.table_without_columns
# source: constructed
# says: pointer\s+of\s+Git\s+LFS
# %% before
import pandas as pd
from pathlib import Path
Path('train.csv').write_text('version https://git-lfs.github.com/spec/v1\noid sha256:aaae7b1c\nsize 230245\n')
train = pd.read_csv('train.csv')
# %% fails
train['label'].value_counts()
