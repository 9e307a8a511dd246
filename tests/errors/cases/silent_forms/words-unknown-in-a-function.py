# notice: unknown_words.hardly_a_word_known
# source: constructed
# %% before
from fastai.text.all import *
notes = pd.DataFrame({'note': ['pump leaks oil', 'bearing noisy', 'belt torn', 'valve stuck open', 'fuse blown', 'motor overheated', 'filter clogged', 'shaft bent'], 'urgent': ['yes', 'no'] * 4})
def get_data(df):
    return TextDataLoaders.from_df(df, text_col='note', label_col='urgent', valid_pct=0.25, seed=2, bs=2)
# %% cell
dls = get_data(notes)
