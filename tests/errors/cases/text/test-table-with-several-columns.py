# rule: columns.no_such_column
# source: constructed
# says: Rename the column
# says: \A(?!.*ColReader)
# %% before
from fastai.text.all import *
old = pd.DataFrame({'comment': ['so good', 'so bad', 'very nice', 'quite awful'] * 8, 'mood': ['up', 'down', 'up', 'down'] * 8})
dls = TextDataLoaders.from_df(old, text_col='comment', label_col='mood', valid_pct=0.25, seed=3, bs=4, seq_len=8)
new = pd.DataFrame({'title': ['End', 'Plot'], 'post': ['good end', 'bad plot']})
# %% fails
dl = dls.test_dl(new)
