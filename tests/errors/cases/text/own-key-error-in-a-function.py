# rule: python_values.missing_key
# source: constructed
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
settings = {'bs': 8}
# %% fails
dls = TextDataLoaders.from_df(df, text_col=settings['text'], label_col='label')
