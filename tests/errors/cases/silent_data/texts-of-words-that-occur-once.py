# notice: unknown_words.hardly_a_word_known
# source: constructed
# says: None\s+of\s+the\s+words
# says: xxunk
# says: TextBlock\.from_df\('note',\s+min_freq=1\)
# %% before
from fastai.text.all import *
notes = pd.DataFrame({'note': ['pump leaks oil', 'bearing noisy', 'belt torn', 'valve stuck open', 'fuse blown', 'motor overheated', 'filter clogged', 'shaft bent'], 'urgent': ['yes', 'no'] * 4})
# %% cell
dls = TextDataLoaders.from_df(notes, text_col='note', label_col='urgent', valid_pct=0.25, seed=2, bs=2)
# %% mended
dls = DataBlock((TextBlock.from_df('note', min_freq=1), CategoryBlock), get_x=ColReader('text'), get_y=ColReader('urgent'), splitter=RandomSplitter(0.25, seed=2)).dataloaders(notes, bs=2)
