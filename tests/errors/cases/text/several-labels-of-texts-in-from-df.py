# rule: labels.list_for_one_label
# source: https://github.com/fastai/fastai/issues/3685
# says: y_block=MultiCategoryBlock
# %% before
from fastai.text.all import *
df = pd.DataFrame({'text': ['a good film', 'a bad film', 'so so'] * 6, 'tags': ['x y', 'y', 'x z'] * 6})
# %% fails
dls = TextDataLoaders.from_df(df, text_col='text', label_col='tags', label_delim=' ', valid_pct=0.2, bs=4)
# %% mended
dls = TextDataLoaders.from_df(df, text_col='text', label_col='tags', label_delim=' ', valid_pct=0.2, bs=4, y_block=MultiCategoryBlock)
