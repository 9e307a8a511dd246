# rule: paths_as_lists.added_behind_a_path
# source: constructed
# says: path / 'train' / \(name \+ '\.jpg'\)
# %% before
from fastai.vision.all import *
path = Path('planet')
(path/'train').mkdir(parents=True)
for i in range(12): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(path/'train'/f'train_{i}.jpg')
df = pd.DataFrame({'image_name': [f'train_{i}' for i in range(12)], 'tags': ['haze primary', 'clear road', 'clear water']*4})
# %% fails
name = 'train_0'
img = PILImage.create(path/'train'/name + '.jpg')
# %% mended
name = 'train_0'
img = PILImage.create(path / 'train' / (name + '.jpg'))
