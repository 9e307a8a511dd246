# rule: notebook.file_upload_data
# source: https://github.com/jupyter-widgets/ipywidgets/issues/3610
# says: \.value\[-1\]\.content
# says: uploader
# %% before
import sys, types
# ipywidgets need not be installed: what counts is the class by this name in a module by this name
widgets = types.ModuleType('ipywidgets')
class FileUpload:
    def __init__(self): self.value = ()
widgets.FileUpload = FileUpload
sys.modules['ipywidgets'] = widgets
# %% before
uploader = widgets.FileUpload()
# %% fails
img = uploader.data[-1]
