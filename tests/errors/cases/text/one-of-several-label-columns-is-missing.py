# rule: columns.no_such_column
# source: https://github.com/appvision-ai/fast-bert/issues/142
# says: label_cols = \['toxic', 'obscene'\]
# %% before
from fastai.text.all import *
df = pd.DataFrame({'text': ['this movie was really good', 'awful film do not watch it'] * 12, 'toxic': 0, 'obscene': 1})
label_cols = ['toxic', 'obscene', 'threat']
# %% fails
dls = TextDataLoaders.from_df(df, text_col='text', label_col=label_cols, valid_pct=0.2, bs=4,
                              y_block=MultiCategoryBlock(encoded=True, vocab=label_cols))
# %% mended
label_cols = ['toxic', 'obscene']
dls = TextDataLoaders.from_df(df, text_col='text', label_col=label_cols, valid_pct=0.2, bs=4,
                              y_block=MultiCategoryBlock(encoded=True, vocab=label_cols))
