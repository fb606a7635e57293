"""What the operating system wants: folders, settings, clipboard, one instance, logs."""
