# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/course-v3
# says: TextBlock\.from_df\('text'\)
# says: ColReader\('label'\)
# %% before
from fastai.text.all import *
df = pd.DataFrame({'label': ['a', 'b'] * 20, 'text': ['some news text here'] * 40})
# %% fails
data = TextList.from_df(df, cols='text').split_by_rand_pct(0.1).label_from_df(cols='label').databunch(bs=4)
# %% mended
dblock = DataBlock(blocks=(TextBlock.from_df('text'), CategoryBlock),
    get_x=ColReader('text'),
    splitter=RandomSplitter(0.2, seed=42),
    get_y=ColReader('label'))
dls = dblock.dataloaders(df, bs=4)
