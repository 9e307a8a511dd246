# rule: columns.no_such_column
# source: https://github.com/fastai/fastai2/issues/302
# says: no column 'text'
# says: dl = dls\.test_dl\(new\.rename\(columns=\{'post': 'text'\}\)\)
# %% before
from fastai.text.all import *
old = pd.DataFrame({'comment': ['so good', 'so bad', 'very nice', 'quite awful'] * 8, 'mood': ['up', 'down', 'up', 'down'] * 8})
dls = TextDataLoaders.from_df(old, text_col='comment', label_col='mood', valid_pct=0.25, seed=3, bs=4, seq_len=8)
new = pd.DataFrame({'nr': [1, 2], 'post': ['good end', 'bad plot']})
# %% fails
dl = dls.test_dl(new)
# %% mended
dl = dls.test_dl(new.rename(columns={'post': 'text'}))
