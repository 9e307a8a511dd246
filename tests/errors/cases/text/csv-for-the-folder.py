# rule: cleaning_texts.csv_in_place_of_folder
# source: constructed
# says: folder
# says: from_csv\('.', 'texts.csv'
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
df.to_csv('texts.csv', index=False)
# %% fails
dls = TextDataLoaders.from_csv('texts.csv', text_col='review', label_col='label', bs=8)
# %% mended
dls = TextDataLoaders.from_csv('.', 'texts.csv', text_col='review', label_col='label', bs=8)
