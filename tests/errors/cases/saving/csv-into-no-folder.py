# rule: files_written.into_no_folder
# source: constructed
# says: `?answers`? does not exist
# says: mkdir
# %% before
import pandas as pd
answers = pd.DataFrame({'id': [1], 'y': [0]})
# %% fails
answers.to_csv('answers/round1.csv', index=False)
# %% mended
from pathlib import Path
Path('answers').mkdir(parents=True, exist_ok=True)
answers.to_csv('answers/round1.csv', index=False)
