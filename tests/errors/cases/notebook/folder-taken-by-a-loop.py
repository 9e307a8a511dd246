# rule: folders_taken.by_what_is_in_it
# source: constructed
# says: loop .?for data in data\.ls\(\)
# says: data = Path\('flowers'\)
# says: labels = pd\.read_csv\(data ?/ ?'labels\.csv'\)
# says: another\s+name
# %% before
from fastai.vision.all import *
data = Path('flowers'); data.mkdir()
pd.DataFrame({'file': ['a'], 'label': ['rose']}).to_csv(data/'labels.csv', index=False)
for data in data.ls():
    size = data.stat().st_size
# %% fails
labels = pd.read_csv(data/'labels.csv')
# %% mended
data = Path('flowers')
labels = pd.read_csv(data/'labels.csv')
