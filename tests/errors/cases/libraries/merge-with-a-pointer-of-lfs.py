# rule: libraries_bare.table_without_columns
# source: https://github.com/WillKoehrsen/Data-Analysis/issues/59
# says: pointer\s+of\s+Git\s+LFS
# says: git lfs pull
# %% before
import pandas as pd
from pathlib import Path
Path('exercise.csv').write_text('version https://git-lfs.github.com/spec/v1\noid sha256:aaae7b1c\nsize 230245\n')
exercise = pd.read_csv('exercise.csv')
calories = pd.DataFrame({'User_ID': [1, 2], 'Calories': [100, 200]})
# %% fails
df = pd.merge(exercise, calories, on='User_ID')
