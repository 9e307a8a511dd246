# rule: items_as_pairs.pairs_without_getters
# source: https://github.com/muellerzr/Practical-Deep-Learning-for-Coders-2.0/issues/7
# says: getters=\[ItemGetter\(0\), ItemGetter\(1\)\]
# %% before
from fastai.vision.all import *
path = Path('planet')
(path/'train').mkdir(parents=True)
for i in range(12): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(path/'train'/f'train_{i}.jpg')
df = pd.DataFrame({'image_name': [f'train_{i}' for i in range(12)], 'tags': ['haze primary', 'clear road', 'clear water']*4})
# %% fails
def get_items(df): return [(path/'train'/f'{r.image_name}.jpg', r.tags.split()) for r in df.itertuples()]
planet = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_items=get_items, splitter=RandomSplitter(seed=1), item_tfms=Resize(32))
dls = planet.dataloaders(df, bs=4)
# %% mended
def get_items(df): return [(path/'train'/f'{r.image_name}.jpg', r.tags.split()) for r in df.itertuples()]
planet = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_items=get_items, splitter=RandomSplitter(seed=1), item_tfms=Resize(32), getters=[ItemGetter(0), ItemGetter(1)])
dls = planet.dataloaders(df, bs=4)
