# rule: listings_joined.name_without_folder
# source: constructed
# says: n: pd\.read_csv\(os\.path\.join\(folder, n\)\)
# %% before
import os
from pathlib import Path
import pandas as pd
Path('csvs').mkdir(); pd.DataFrame({'a':[1]}).to_csv('csvs/x.csv',index=False)
folder=Path('csvs')
# %% fails
tables = {n: pd.read_csv(n) for n in os.listdir(folder)}
# %% mended
tables = {n: pd.read_csv(os.path.join(folder, n)) for n in os.listdir(folder)}
