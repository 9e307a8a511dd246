# rule: paths_as_lists.added_behind_a_path
# source: constructed
# says: path / 'train' / \(r\['image_name'\] \+ '\.jpg'\)
# %% before
from fastai.vision.all import *
path = Path('planet')
(path/'train').mkdir(parents=True)
for i in range(12): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(path/'train'/f'train_{i}.jpg')
df = pd.DataFrame({'image_name': [f'train_{i}' for i in range(12)], 'tags': ['haze primary', 'clear road', 'clear water']*4})
# %% fails
def get_x(r): return path/'train'+r['image_name']+'.jpg'
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_x=get_x, get_y=ColReader('tags', label_delim=' '))
dsets = dblock.datasets(df)
# %% mended
def get_x(r): return path / 'train' / (r['image_name'] + '.jpg')
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_x=get_x, get_y=ColReader('tags', label_delim=' '))
dsets = dblock.datasets(df)
