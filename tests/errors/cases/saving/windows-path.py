# rule: exports.path_of_another_system
# source: https://github.com/fastai/fastai/issues/1482
# says: WindowsPath
# says: pathlib\.WindowsPath = pathlib\.PosixPath
# %% before
from fastai.vision.all import *
import pathlib
class Exported:
    def __reduce__(self): return pathlib.WindowsPath, ('models',)
torch.save({'path': Exported()}, 'export.pkl')
# %% fails
learn = load_learner('export.pkl')
# %% mended
import pathlib
pathlib.WindowsPath = pathlib.PosixPath
torch.load('export.pkl', weights_only=False)
