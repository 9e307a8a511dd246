# rule: saving_places.read_only_folder
# source: constructed
# says: model_dir
# says: learn\.model_dir = Path\('models'\)\.absolute\(\)|learn\.model_dir = 'models'
# %% before
from fastai.vision.all import *
Path('site-packages').mkdir()
Path('site-packages/only_read.py').write_text('''import os
make = os.mkdir
def mkdir(path, *args, **kwargs):
    if str(path).startswith('/kaggle/input'): raise OSError(30, 'Read-only file system', str(path))
    return make(path, *args, **kwargs)
os.mkdir = mkdir
''')
import sys; sys.path.insert(0, str(Path('site-packages').absolute()))
import only_read
x = torch.randn(128, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss(), model_dir='/kaggle/input/pets/models')
# %% fails
learn.fit(1, cbs=SaveModelCallback(fname='best'))
# %% mended
learn.model_dir = 'models'
learn.fit(1, cbs=SaveModelCallback(fname='best'))
