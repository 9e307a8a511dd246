# rule: cleaning_texts.texts_not_tokenized
# source: https://github.com/fastai/fastai/issues/4032
# says: NaN
# says: review
# says: dropna\(subset=\['review'\]\)
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
df.loc[3, 'review'] = np.nan
# %% fails
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', bs=8)
# %% mended
df = df.dropna(subset=['review'])
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', bs=8)
